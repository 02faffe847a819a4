# Vacancies for everybody, without logging in.

public-front = See vacancies
public-title = Vacancies
public-words = What work are you looking for?
public-place = Town or postcode
public-far = How far may it be?
public-km = { $km } km
public-find = Search
public-count = { $n ->
    [0] No vacancies found.
    [one] One vacancy.
   *[other] { $n } vacancies.
}
public-around = Up to { $km } km from { $place }, in a straight line.
public-place-unknown = I do not know the place “{ $place }”. Type a town or 4 digits.
public-a-week = a week
public-none = Try another word, or look a bit further away.
public-all = All vacancies
public-pages = Pages
public-chat-title = Nothing that fits?
public-chat = Tell what you are looking for. Werklijn will look with you.
public-want = I want this
public-want-then = First you tell something about yourself. Then a coach looks at it with you.
public-group =
    .work = The work
    .asked = What the employer asks
    .offered = What the employer offers
public-fact =
    .occupation = Kind of work
    .place = Place
    .hours = Hours
    .times = Times
    .start = Start
    .wage = Wage
    .contract = Contract
    .must = You need to be able to do
    .nice = Nice to have
    .licences = Driving licence
    .dutch = Dutch
    .level = Level
    .conditions = Help at work
    .open_to = Also welcome
public-way = How do you get there?
public-way-from = From { $place }:
public-way-guess = These times are an estimate.
public-way-place = Where do you start? Type a town or postcode
public-way-ask = Work it out
