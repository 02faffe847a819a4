# What somebody asks or wants between the questions. Short and warm.

wish-greeting = Hello! Good to have you here.
wish-thanks = You are welcome!
wish-insult = I see, this can be annoying. I am only a computer program. Type: person. Then a person helps you.
wish-found-work = Congratulations, how good! Do you want to stop here? Type: stop. You may also just go on.
wish-pause = Good to know. Do you want a pause, without messages? Press the button. You can take part again later.
wish-why = I ask this to find work that fits you. Don’t know? Then you may skip this question.
wish-question-unknown = I am not sure about that. Ask a person, or look under “Questions and answers”.
wish-filled = Which vacancy do you mean? Press it. Then you can close it (filled) or extend it.
wish-filled-none = You have no open vacancy now. So nothing has to be closed.
wish-changed = I changed this. Is it right now?
wish-change = What do you want to change? Press the button, or type it. For example: I want to work 24 hours.
wish-other-language = Which language do you want?
