# De pagina van de demo: twee telefoons en een console naast elkaar.

demo-title = Demo: een match op reis
demo-what = Werklijn is een chat die mensen die werk zoeken en werkgevers in één regio bij elkaar brengt; coaches beslissen mee.
demo-now = Het is nu { $moment }.
demo-day = Een dag verder
demo-again = Begin opnieuw (duurt even)
demo-hello = Dit is een demo. Alle mensen en bedrijven zijn verzonnen.
demo-windows =
    .jobseeker = Telefoon van { $jobseeker }, zoekt werk
    .coach = Console van { $coach }, coach
    .employer = Telefoon van { $contact }, { $company }
demo-steps =
    .coach = { $coach } leest waarom { $jobseeker } past bij “{ $title }”, en kiest ja.
    .jobseeker = { $jobseeker } krijgt de vacature en zegt dat hij of zij dit wil.
    .employer = { $contact } ziet een kaart zonder naam en kiest voor kennismaken.
    .confirm = { $jobseeker } zegt nog eens ja. Pas dan krijgen ze elkaars naam en nummer.
