"""One reply in, its consequences stored, and what to say put in the outbox: the handlers of talk.

Everything here happens in the transaction of the inbox row that caused it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dialogs import atdesk, commands, danger, deciding, hearing, kept, of_staff, talks, wants
from dialogs.drafts import following
from dialogs.engine import opening, turn
from dialogs.model import BY, CALLED, MORE, Answers, File, Form, Line, Odd, Pick, Reply, Say, Text
from dialogs.presenting import Turn, asked
from dialogs.questions_given import LONG
from dialogs.registry import FORMS, OPENABLE
from services import adverts, employers, texts
from services.access import assisted
from services.jobseekers import profiles
from services.messages import outbox
from services.refused import RefusedError
from services.store.models import Inbox, Jobseeker, Message, Person, Talk
from services.texts import refs
from services.unit_of_work import Work

VACANCIES = ("vacancy", "change", "split")  # dialogs in which a vacancy is written
ALWAYS = ("menu", "help", "stop", "language", "go-on", "lost")  # words that are never an answer


async def reply(work: Work, event: Inbox) -> None:
    """Somebody said or pressed something."""
    person = await work.get(Person, event.person_id)
    if person.erased:
        person.erased, person.created = None, work.now  # back again, as somebody new
    if not await assisted.for_employer(work, person.id or 0, work.helper or 0):
        person.seen, person.unreachable = work.now, None  # who is on the phone was not in the chat
    if await danger.comes_first(work, person, event):
        return
    payload = event.payload or {}
    heard = hearing.understand(payload, vacancy=await _of_vacancy(work, person, payload))
    said = await kept.with_offer(work, person, heard)
    command = commands.named(said.reply, payload, person.voice)
    if command is not None and command.typed and await _is_answer(work, person, said, command.name):
        command = None  # "nederlands" changes the language, unless it was just asked for
    if await _refused_here(work, person, said, command):
        outbox.heard(
            work, person.id or 0, command.said if command else _as_said(said, None), event.channel
        )
        tell(work, person, Say((*said.notes, atdesk.refusal()), kept.rows(said.helps)))
        return
    if command is not None:
        outbox.heard(work, person.id or 0, command.said, event.channel)
        say = await commands.run(work, person, command)
        if say is not None:
            tell(work, person, say)
        return
    want = await wants.of(work, person, said)
    if want is not None:
        outbox.heard(work, person.id or 0, _as_said(said, None), event.channel)
        await _grant(work, person, said, want)
        return
    await _answer(work, person, event, said)


async def _grant(work: Work, person: Person, said: hearing.Said, want: wants.Want) -> None:
    """Do what somebody wants; the question that is open is asked again after it."""
    lines = (*said.notes, *want.lines)
    if want.command:
        say = await commands.run(work, person, commands.Command(want.command))
        if say is not None:
            rows = (*kept.rows(said.helps), *say.rows)
            tell(work, person, replace(say, lines=(*lines, *say.lines), rows=rows))
    elif want.dialog:
        outbox.open_dialog(work, person.id or 0, want.dialog)
    elif want.rows:
        listed = await commands.menu(work, person)
        tell(work, person, Say(lines, (*kept.rows(said.helps), *want.rows, *listed.rows)))
    elif not want.said and await _is_new(work, person):
        tell(work, person, Say(lines))
        offer = list(said.helps)
        outbox.open_dialog(work, person.id or 0, "welcome", name=said.name, offer=offer)
    elif not want.said:
        await resume(work, person, *lines, helps=said.helps)


async def _is_new(work: Work, person: Person) -> bool:
    """Is this somebody we do not know, and of whom nothing is asked?"""
    talk = await talks.current(work, person.id or 0)
    return talk is None and not await commands.known(work, person)


async def _of_vacancy(work: Work, person: Person, payload: Mapping[str, Any]) -> bool:
    """Are these words of a vacancy: where one is reported, or an advert out of the blue?"""
    words = str(payload.get("words") or "")
    if not words:
        return False
    talk = await talks.current(work, person.id or 0)
    if talk is not None:
        return talk.dialog in VACANCIES
    known = len(words) >= LONG and await employers.of_person(work, person.id or 0)
    return bool(known) and adverts.unfit(words) in (None, "long")


async def _refused_here(
    work: Work, person: Person, said: hearing.Said, command: commands.Command | None
) -> bool:
    """At a desk: is this something she does herself?"""
    person_id = person.id or 0
    if command is not None:
        return await atdesk.refuses_command(work, person_id, command.name, command.given)
    named = said.dialog if isinstance(said.reply, Pick) else ""
    return named in FORMS and named not in await atdesk.dialogs_here(work, person_id)


async def _unasked(work: Work, person: Person, sent: File) -> Talk | None:
    """A file that nothing asks for, of a jobseeker: is it for the coach? Asked, never assumed."""
    talk = await talks.current(work, person.id or 0)
    known = await work.tx.get(Jobseeker, person.id) is not None
    if profiles.UNASKED not in await atdesk.dialogs_here(work, person.id or 0):
        return None
    if talk is not None:
        form = FORMS[talk.dialog]
        name = asked(form, talks.state_of(talk))
        if name is not None and form.questions[name].kind == "file":
            return None  # this is what was asked
    if not known and (talk is None or talk.dialog != "jobseeker"):
        return None
    before = await talks.find(work, person.id or 0, profiles.UNASKED, 0)
    if before is not None:
        talks.finish(work, before)
    file = {"kind": sent.kind, "reference": sent.reference}
    return await talks.begin(work, person.id or 0, profiles.UNASKED, 0, {"file": file})


async def _answer(work: Work, person: Person, event: Inbox, said: hearing.Said) -> None:
    sent = await _unasked(work, person, said.reply) if isinstance(said.reply, File) else None
    if sent is not None:
        outbox.heard(work, person.id or 0, _as_said(said, None), event.channel)
        await _ask(work, person, sent)
        return
    talk = await _addressed(work, person, said) or await _pasted(work, person, said)
    if talk is None:
        outbox.heard(work, person.id or 0, _as_said(said, None), event.channel)
        if said.dialog:
            await resume(work, person, Line("dialog-over"))
            return
        tell(work, person, await commands.idle(work, person, said))
        return
    form = atdesk.form(work, person.id or 0, talk.dialog)
    try:
        world = await talks.world(work, person, talk, said.name)
    except (PermissionError, LookupError):
        talks.finish(work, talk)
        await resume(work, person, Line("dialog-over"))
        return
    state = talks.state_of(talk)
    reply_ = deciding.meant(state, said.reply, world)
    state = deciding.let_go(state, reply_)
    before = asked(form, state)
    shown = opening(form, state, world)
    # A stored talk that a new release finds complete has nothing to ask any more.
    complete = before is None and not form.review
    opened = isinstance(reply_, Pick) and reply_.code in ("-open", deciding.AGAIN)
    step = shown if complete or opened else turn(form, state, reply_, world)
    toggled = _toggled(reply_, before, step, form)
    if not toggled:
        whom = await talks.about(work, talk)
        bubble = _as_said(of_staff.seen(said, step.state), shown.say)
        outbox.heard(work, person.id or 0, bubble, event.channel, whom)
    await _take(work, person, talk, step, said, toggled=toggled)


async def _is_answer(work: Work, person: Person, said: hearing.Said, command: str) -> bool:
    """Do these words name a choice of the question that is open now?"""
    talk = await talks.current(work, person.id or 0)
    if talk is None or not isinstance(said.reply, Text):
        return False
    try:
        world = await talks.world(work, person, talk, said.name)
    except (PermissionError, LookupError):
        return False
    form, state = atdesk.form(work, person.id or 0, talk.dialog), talks.state_of(talk)
    name = asked(form, state)
    kind = form.questions[name].kind if name is not None else ""
    if command == "coach" and kind == "concepts" and " " in said.reply.words.strip():
        return False  # "hulp van een mens" is no kind of work
    if name is None and command == "correct":
        return True  # of what is read back here
    if kind in ("words", "concepts") and command not in ALWAYS:
        return True  # somebody may well want to be a coach
    shown = opening(form, state, world).say
    choices = [(b.pick.code, b.label) for row in shown.rows for b in row]
    return world.choose(said.reply.words, choices) is not None


def _toggled(pressed: Reply, before: str | None, step: Turn, form: Any) -> bool:
    """Is this a tick in a list that goes on? Then the list changes in place."""
    return (
        isinstance(pressed, Pick)
        and pressed.question == before
        and not pressed.code.startswith("-")
        and step.result is None
        and asked(form, step.state) == before
        and step.state.misses == 0
    )


async def _take(
    work: Work, person: Person, talk: Talk, step: Turn, said: hearing.Said, *, toggled: bool
) -> None:
    """Store a turn and say what follows from it."""
    notes = tuple(said.notes)
    form = atdesk.form(work, person.id or 0, talk.dialog)
    if talk.dialog == "welcome" and step.state.answers.get("language"):
        person.language = step.state.answers["language"]  # from the very next question on
    if step.result is None:
        talks.keep(work, talk, form, step.state)
        before = await talks.last_told(work, person) if toggled else None
        offers = kept.still(before.body) if before is not None else kept.rows(said.helps)
        say = replace(step.say, lines=(*notes, *step.say.lines), rows=(*offers, *step.say.rows))
        edits = _replaced(work, before, said) if toggled else ""
        await _tell_in(work, person, await _weighed(work, form, step, say), talk, edits=edits)
        return
    if await deciding.must_confirm(work, person, talk, step.result):
        await _hold(work, person, talk, step.result)
        return
    talks.finish(work, talk)
    hidden = {CALLED: said.name, BY: said.by or work.helper}
    result = {**step.result, **{name: value for name, value in hidden.items() if value}}
    try:
        lines = await form.finish(work, person, talk.about, result) or ()
    except RefusedError as refused:
        lines = (Line(f"refused.{refused.reason}"),)
    if person.erased:
        farewell(work, person, lines)
        return
    if result.get(MORE):
        talk, step = await following(work, person, result[MORE])
        said = replace(said, notes=[*notes, *lines])
        await _take(work, person, talk, step, said, toggled=False)
    elif lines or notes:
        await resume(work, person, *notes, *lines, helps=said.helps)


async def _hold(work: Work, person: Person, talk: Talk, answers: Answers) -> None:
    """Keep what a colleague decided until the second factor was given at the console."""
    form = atdesk.form(work, person.id or 0, talk.dialog)
    talks.keep(work, talk, form, deciding.hold(talks.state_of(talk), answers))
    await _tell_in(work, person, await deciding.first_confirm(work, person), talk)


def _replaced(work: Work, last: Message | None, said: hearing.Said) -> str:
    """The message whose list changes: the channel's number, or our own on the web."""
    if said.message:
        return said.message
    if last is None or last.channel == "telegram":
        return ""
    last.dead, last.outcome = work.now, "replaced"
    return str(last.id)


def farewell(work: Work, person: Person, lines: Sequence[Line]) -> None:
    """The last thing said to somebody who erased themselves."""
    tell(work, person, Say(tuple(lines)))
    outbox.later(work, "forget", due=work.now + commands.FORGET_AFTER, person=person.id)


async def _addressed(work: Work, person: Person, said: hearing.Said) -> Talk | None:
    """The talk a reply belongs to: the one its button names, else the newest open one."""
    if not isinstance(said.reply, Pick) or not said.dialog:
        return await talks.current(work, person.id or 0)
    if said.dialog not in FORMS:
        return None
    if said.reply.code == "-open":
        if said.dialog not in OPENABLE:
            return None
        try:
            return await talks.begin(work, person.id or 0, said.dialog, said.about)
        except (PermissionError, LookupError):
            return None
    return await talks.find(work, person.id or 0, said.dialog, said.about)


async def _pasted(work: Work, person: Person, said: hearing.Said) -> Talk | None:
    """An employer who pastes an advert while nothing is asked reports a vacancy."""
    if not isinstance(said.reply, Text) or len(said.reply.words) < LONG:
        return None
    if "vacancy" not in await atdesk.dialogs_here(work, person.id or 0):
        return None
    if await employers.of_person(work, person.id or 0) is None:
        return None
    if adverts.unfit(said.reply.words) not in (None, "long"):  # of one that is too long they hear
        return None
    return await talks.begin(work, person.id or 0, "vacancy", 0)


async def resume(work: Work, person: Person, *lines: Line, helps: Sequence[str] = ()) -> None:
    """Say something and go on with whatever is still open, or show what can be done.

    `helps` are codes of what helps at work that she may keep, with a button each.
    """
    await work.tx.flush()  # what was just stored decides what can be done
    talk = await talks.current(work, person.id or 0)
    if talk is None:
        menu = await commands.menu(work, person)
        rows = (*kept.rows(helps), *menu.rows)
        tell(work, person, replace(menu, lines=lines or menu.lines, rows=rows))
        return
    form = atdesk.form(work, person.id or 0, talk.dialog)
    try:
        world = await talks.world(work, person, talk)
    except (PermissionError, LookupError):
        talks.finish(work, talk)
        await resume(work, person, *lines, helps=helps)
        return
    step = opening(form, talks.state_of(talk), world, *lines)
    if step.result is not None:
        await _take(work, person, talk, step, hearing.Said(Odd("none")), toggled=False)
        return
    talk.touched = work.now
    say = await _weighed(work, form, step, step.say)
    await _tell_in(work, person, replace(say, rows=(*kept.rows(helps), *say.rows)), talk)


async def open_dialog(work: Work, event: Inbox) -> None:
    """Begin a dialog with somebody, because something happened."""
    payload = event.payload or {}
    person = await work.get(Person, event.person_id)
    if person.erased or payload["dialog"] not in FORMS:
        return
    if payload["dialog"] not in await atdesk.dialogs_here(work, person.id or 0):
        tell(work, person, Say((atdesk.refusal(),)))
        return
    answers = payload.get("answers")
    if answers and await talks.find(work, person.id or 0, payload["dialog"], payload["about"]):
        await resume(work, person, Line("dialog-first-this"))
        return
    try:
        talk = await talks.begin(work, person.id or 0, payload["dialog"], payload["about"], answers)
    except (PermissionError, LookupError):
        await resume(work, person, Line("dialog-over"))
        return
    if payload.get("kept"):
        kept.carry(talk, payload["kept"])
    await _ask(work, person, talk, payload.get("name", ""), payload.get("offer", ()))


async def _ask(
    work: Work, person: Person, talk: Talk, name: str = "", helps: Sequence[str] = ()
) -> None:
    """Say what a talk asks first; a talk about what is gone or decided is over."""
    form = atdesk.form(work, person.id or 0, talk.dialog)
    try:
        world = await talks.world(work, person, talk, name)
    except (PermissionError, LookupError):
        talks.finish(work, talk)  # decided or gone before it could be asked
        return
    step = opening(form, talks.state_of(talk), world)
    kind = "promise" if form.facts is not None else "answer"
    say = await _weighed(work, form, step, step.say)
    say = replace(say, rows=(*kept.rows(helps), *say.rows))
    await _tell_in(work, person, say, talk, kind=kind)


async def _weighed(work: Work, form: Form, step: Turn, say: Say) -> Say:
    """A summary with what follows from its answers below them, before they count."""
    if form.weighs is None or asked(form, step.state) is not None:
        return say
    *lines, closing = say.lines
    return replace(say, lines=(*lines, *await form.weighs(work, step.state.answers), closing))


def tell(work: Work, person: Person, say: Say) -> None:
    """Put a message in the outbox."""
    outbox.tell(work, person.id or 0, outbox.body_of(say))


async def _tell_in(
    work: Work, person: Person, say: Say, talk: Talk, *, kind: str = "answer", edits: str = ""
) -> None:
    """Put a message of a talk in the outbox."""
    body = outbox.body_of(say, talk.dialog, talk.about)
    about = await talks.about(work, talk)
    outbox.tell(work, person.id or 0, body, kind=kind, edits=edits, about=about)


def _as_said(said: hearing.Said, shown: Say | None) -> refs.Ref:
    """What the person's own bubble says: their words, or the name of the button."""
    if isinstance(said.reply, Text):
        return refs.words(said.reply.words)
    if isinstance(said.reply, Pick) and shown is not None:
        for button in (b for row in shown.rows for b in row):
            if button.pick == said.reply:
                return button.label
        code = said.reply.code.removeprefix("-")
        if texts.has(texts.FIRST, f"dialog-commands.{code}"):
            return refs.text(f"dialog-commands.{code}")
    return refs.text(f"heard-{said.kind}|heard-other")
