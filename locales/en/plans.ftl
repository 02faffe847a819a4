# The plan: reading, agreeing, ticking steps, and whether it still holds.

plan-none = nothing yet
plan-none-yet = You do not have a plan yet. You make a plan together with your coach. What would you like?
plan-shown = Your plan. Your goal: { $goal }.
    Steps:
    { $steps }
    What may help: { $helps }.
    We look at it again on { $day }. Is a step done? Press it.
plan-step-jobseeker = You: { $step }
plan-step-jobseeker-until = You, by { $day }: { $step }
plan-step-coach = Your coach: { $step }
plan-step-coach-until = Your coach, by { $day }: { $step }
plan-step-done = ✓ Done: { $step }
plan-step-done-until = ✓ Done: { $step } (by { $day })
plan-wish = I want to add something

plan-rights = There is a plan for you, { $name }. First this. You have a right to help and explanation. You may say no and think along. You do the steps that you agree to. Does something not work out? Then say so. Have you read this?
    .label = Rights and duties
    .hint = Having read it is not a yes. In a moment you say what you think of the plan.
    .read = I have read it
    .read-also = yes, read, ok
    .unclear = I want to talk about it first
    .unclear-also = no, talk first, not clear
plan-answer = This is the plan. Your goal: { $goal }.
    Steps:
    { $steps }
    What may help: { $helps }.
    We look at it again on { $day }. What do you think?
    .label = Your plan
    .hint = Do you want something else? Then your coach changes the plan. Your old plan is kept too.
    .yes = Yes, this is my plan
    .yes-also = yes, good, agreed, fine
    .change = I want something else
    .change-also = different, change, no
    .unclear = I want to talk about it first
    .unclear-also = talk first, not clear
plan-words = What should be different?
    .label = What to change
    .hint = Write in your own words what you want. Another goal or another step is fine too.
plan-thanks = Good! This is your plan now. You find it under “My plan”.
plan-changed = Thank you. Your coach reads it and talks with you about it.
plan-now-agreed = You both agreed to your plan now. You find it under “My plan”.
plan-review-holds = A look at the plan of { $name }, due on { $day }. Goal: { $goal }.
    Steps:
    { $steps }
    What may help: { $helps }.
    Is this still right?
    .label = Still right
    .hint = Is it right? Then we look again in a few months.
    .yes = Yes, still right
    .yes-also = yes, right, still
    .change = No, it should be different
    .change-also = no, different, change
plan-review-words = What should be different?
    .label = What to change
    .hint = A short line is enough.
plan-review-thanks = Fine. We look again on { $day }.
plan-tick-done = Is this step done? { $step }
    .label = Done
    .hint = Your coach sees that the step is done.
    .yes = Yes, done
    .yes-also = yes, finished
    .later = Not yet
    .later-also = no, no not yet
plan-tick-thanks = Well done! The step is finished.
plan-tick-later = Fine. The step stays in your plan.
plan-wish-words = What would you like in your plan?
    .label = Your wish
    .hint = For example: I want to learn to cycle, or I want to work with people.

staff-plan-proposed = { $name } proposes a plan. See it in the console.
staff-plan-agreed = { $name } says yes to the plan.
staff-plan-objected = { $name } wants something else in the plan: { $words }
staff-plan-step = { $name } has finished a step: { $words }
staff-plan-wish = { $name } wants this in the plan: { $words }
desk-event-plan-proposed = plan proposed
desk-event-plan-agreed = yes to the plan
desk-event-plan-objected = wants something else in the plan
desk-event-plan-step-done = step of the plan done
desk-event-plan-step-open = step of the plan open again
desk-event-plan-reviewed = plan looked at, still right
desk-event-plan-wish = wish for the plan
