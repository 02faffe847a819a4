# The law in a vacancy: what may not be in it, what can be better, and what a person looks at first.

lawful-sex = You wrote “{ $words }”. Women, men and everybody else get the same chance. The law says so: { $law }.
lawful-age = You wrote “{ $words }”. Somebody’s age can usually not be a demand. The law says so: { $law }.
lawful-origin = You wrote “{ $words }”. Where somebody comes from, or their passport, cannot be a demand. The law says so: { $law }.
lawful-religion = You wrote “{ $words }”. Somebody’s belief cannot be a demand, and a headscarf is allowed. The law says so: { $law }.
lawful-health = You wrote “{ $words }”. You may ask what the work asks, not how healthy somebody is. The law says so: { $law }.
lawful-pregnancy = You wrote “{ $words }”. Being pregnant or wanting children cannot play a part. The law says so: { $law }.
lawful-orientation = You wrote “{ $words }”. Whom somebody loves cannot be a demand. The law says so: { $law }.
lawful-family = You wrote “{ $words }”. Whether somebody is married cannot be a demand. The law says so: { $law }.
lawful-contract = You wrote “{ $words }”. Fewer hours or a temporary contract give the same rights in proportion. The law says so: { $law }.
lawful-perhaps = You wrote “{ $words }”. I am not sure, but this may be a demand about who somebody is. That is mostly not allowed (equal treatment). Did you mean something else? Then leave it.
lawful-pyramid = You wrote “{ $words }”. An account manager looks at that first: we want to be sure that this is ordinary paid work.
lawful-sexwork = You wrote “{ $words }”. An account manager looks at that first: we do not simply show work in the sex industry.
lawful-unpaid = You wrote “{ $words }”. Whoever works is paid, on a trial day too. An internship belongs to a school. That is why an account manager looks first ({ $law }).
lawful-deposit = You wrote “{ $words }”. Nobody who looks for work here ever has to pay for it. That is why an account manager looks first.
lawful-night = You wrote “{ $words }”. Who is younger than 18 can usually not work at night. That is why an account manager looks first ({ $law }).
lawful-dispensation = Paying less by wage dispensation needs a decision of UWV. That is why an account manager looks first.
lawful-wage = The wage is too low: { $wage }. From 21 years the minimum wage is { $least } an hour. Who is younger may earn less. The law says so: { $law }.
lawful-wage-unsure = The wage is too low: { $wage }. From 21 years the minimum wage is { $least } an hour. Who is younger may earn less; we still check how much. The law says so: { $law }.
lawful-paid = { $wage }, that is { $paid } an hour
lawful-wage-later = About the wage ({ $wage }) I have a question in a moment.

lawful-ask = { $what }

    Type it in other words, or leave it.
lawful-ask-better = { $what }

    I can make it: “{ $better }”. Shall I? You can also type something else.
lawful-choose = { $what }

    What do you choose? You can also type something else.
lawful-look = { $what }

    You can also type something else.
lawful-why = Why does the work need this? An account manager reads your answer and looks first. Then you hear whether we show the vacancy.
lawful-ways =
    .better = Yes, change this
    .better-also = yes, yes please, ok, fine, agreed, change it
    .pay = Make it { $wage }
    .age = { $wage }
    .learn = { $wage }
    .drop = Leave this out
    .drop-also = yes, leave it out, drop it, ok
    .keep = Leave it
    .keep-also = no, keep it, leave it so, it has to be so
    .go-on = Go on
    .go-on-also = yes, ok, fine
    .no-why = Without a reason
    .no-why-also = no reason, rather not

# Other words, to put into the text.
lawful-better =
    .everyone = everybody is welcome
    .colleague = colleague (any gender)
    .colleagues = colleagues (any gender)
    .anybody = m/f/x
    .any-age = every age is welcome
    .speaks-dutch = you speak Dutch well
    .can-do = you can do this work, with adjustments where needed
    .equal-terms = the same terms hold for everybody

wage-of-age = { $amount }, by age
wage-of-learn = { $amount }, learning and working
wage-of-dispensation = { $amount }, with wage dispensation

# A person looks first.
look-first = Your vacancy is stored. Before anybody sees it, an account manager looks at this:
    { $what }

    You hear what is possible by { $due } at the latest.
look-allow = An account manager looked at “{ $title }”. It may stay as it is. We look for people now.
look-better = An account manager looked at “{ $before }”. This could be better:
    { $what }

    The vacancy is called “{ $title }” now. We look for people now. You can always change it at My vacancies.
look-refuse = An account manager looked at “{ $title }”. We cannot show it like this:
    { $what }

    Feel free to report it again in other words.
look-words = The account manager writes: “{ $words }”
staff-look-vacancy = Look first at “{ $title }” of { $employer }: it holds something the law does not simply allow. Nobody sees it before you decide. The employer hears what is possible by { $due } at the latest.
