# Colleagues: who looks after whom, who is away, and who takes over.

coach-changed = { $before } is no longer your coach. { $name } is your coach now. You can just write here.
coach-changed-team = { $before } is no longer your coach. { $team } will help you. You will soon hear who your new coach is. You can just write here.
manager-changed = { $before } is no longer your contact. { $name } will help you now. You can just write here.
manager-changed-team = { $before } is no longer your contact. { $team } will help you now. You can just write here.
staff-took-over = You take over { $n ->
    [one] one of { $name }
   *[other] { $n } of { $name }
 }. Look in the console.
staff-stands-in = You stand in for { $name }, from { $first } to { $last }.
staff-moved = Your role is now { $role }, at { $team }.
desk-away = Away
desk-away-first = First day
desk-away-last = Last day
desk-away-save = Save
desk-away-off = Not any more
desk-away-from-to = From { $first } to { $last }.
desk-cover = Who stands in?
desk-cover-team = the team
desk-covered-by = { $name } stands in.
desk-covered-team = The team stands in.
desk-is-away = · away now
desk-looks-after = Looks after { $jobseekers } jobseekers and { $employers } employers.
desk-load = { $jobseekers } jobseekers, { $employers } employers
desk-takers = Who takes over?
desk-takers-how = Choose one or more colleagues. Everybody goes to a chosen coach of their own team, who has fewest now. Jobseekers and employers are told.
desk-takers-nobody = If you choose nobody, the team takes over.
desk-no-takers = Nobody can take this over. The team does.
desk-hand-all = Hand over
desk-hand-all-do = Hand everything over
desk-seat = Role and team
desk-seat-what = With another role or team, everything this colleague looks after goes to others.
desk-seat-save = Save role and team
desk-stop-what = From now on this colleague can open nothing and gets no more messages. { $jobseekers } jobseekers and { $employers } employers go to others.
desk-done-away = Saved. Questions and messages go to who stands in on those days.
desk-done-notaway = The absence is gone.
desk-done-handedall = Handed over. Everybody was told.
desk-done-placechanged = Saved.
desk-done-stopped = The access is stopped. Everything was handed over.
desk-event-staff-away = absence recorded
desk-event-staff-moved = another role or team
desk-event-manager-assigned = another account manager
desk-my-absence = Am I away?
