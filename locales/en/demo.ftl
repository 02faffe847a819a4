# The demo's page: two phones and a console side by side.

demo-title = Demo: a match on its way
demo-what = Werklijn is a chat that brings people who look for work and employers of one region together; coaches decide with them.
demo-now = It is now { $moment }.
demo-day = One day later
demo-again = Start again (takes a moment)
demo-hello = This is a demo. All people and companies are invented.
demo-windows =
    .jobseeker = Phone of { $jobseeker }, looking for work
    .coach = Console of { $coach }, coach
    .employer = Phone of { $contact }, { $company }
demo-steps =
    .coach = { $coach } reads why { $jobseeker } fits “{ $title }” and says yes.
    .jobseeker = { $jobseeker } gets the vacancy and says they want this.
    .employer = { $contact } sees a card without a name and chooses to meet.
    .confirm = { $jobseeker } says yes once more. Only then they get each other’s name and number.
