ways-cut-told = { $name } deed uw gesprek overal dicht, op { $at }. Iemand zei: ik ben mijn telefoon of computer kwijt. Was u dat niet? Bel meteen { $phone }.
ways-cut-breach = { $name } deed uw gesprek overal dicht, op { $at }. Misschien kon iemand anders erin. Hebt u vragen? Bel { $phone }.
