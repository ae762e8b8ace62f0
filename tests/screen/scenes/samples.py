"""Moments to draw in tests: Monday, Friday, the end; made by hand, so that no rule changes them."""

from dataclasses import replace

from game.rules.fact import Dice, Fact, Launch, Moved
from game.screen.model import BoardModel, Cell
from game.screen.scenes.chronicle import Chronicle, Share
from game.screen.scenes.debrief_model import DebriefModel, Guessed, GuessTable, Truth
from game.screen.scenes.effects import EffectModel
from game.screen.scenes.friday_model import FridayModel, StepKind, StepModel
from game.screen.scenes.guess import DriveModel, GuessModel, Other
from game.screen.scenes.monday_model import MondayModel, OptionModel
from game.screen.scenes.prompts import PromptModel, present_prompts
from game.screen.scenes.score_model import ConditionModel, DriveCard, LevelRow, ScoreModel, Thought
from game.screen.settings import screen_words
from game.words.catalogue import Language, Words
from tests.screen import samples

BONDS = ("firm", "loose")


def after(board: BoardModel, facts: tuple[Fact, ...]) -> BoardModel:
    """A board with the tokens moved as some facts say."""
    audiences = []
    for audience in board.audiences:
        cells = [[cell.firm, cell.loose] for cell in audience.cells]
        for fact in facts:
            if isinstance(fact, Moved) and fact.audience == audience.id:
                cells[fact.from_[0]][BONDS.index(fact.from_[1])] -= fact.n
                cells[fact.to[0]][BONDS.index(fact.to[1])] += fact.n
        made = tuple(
            Cell(firm, loose, old.at_risk and loose > 0)
            for (firm, loose), old in zip(cells, audience.cells, strict=True)
        )
        audiences.append(replace(audience, cells=made))
    return replace(board, audiences=tuple(audiences))


DRIFT: tuple[Fact, ...] = (
    Dice("drift", "sandra", 1, 2, 0, "loose", (4, 3)),
    Dice("drift", "sandra", 2, 2, 1, "loose", (1, 5)),
    Moved("drift", "sandra", (2, "loose"), (1, "loose"), 1),
    Dice("drift", "femke", 2, 2, 0, "loose", (6,)),
    Dice("drift", "ruud", 1, 2, 1, "loose", (2,)),
    Moved("drift", "ruud", (1, "loose"), (0, "firm"), 1),
    Dice("drift", "joyce", 1, 2, 1, "loose", (3, 1)),
    Moved("drift", "joyce", (1, "loose"), (0, "firm"), 1),
    Dice("drift", "joyce", 2, 2, 0, "loose", (5,)),
)
SHARING: tuple[Fact, ...] = (
    Dice("sharing", "youssef", 3, 6, 1, "loose", (6,)),
    Moved("sharing", "youssef", (0, "firm"), (1, "loose"), 1),
    Dice("sharing", "femke", 3, 6, 0, "loose", (2,)),
    Dice("sharing", "femke", 4, 4, 1, "loose", (5,)),
    Moved("sharing", "femke", (0, "firm"), (1, "loose"), 1),
    Dice("sharing", "ruud", 3, 6, 0, "loose", (3, 1)),
    Dice("sharing", "ruud", 4, 4, 1, "loose", (4,)),
    Moved("sharing", "ruud", (0, "firm"), (1, "loose"), 1),
)
BLOWN: tuple[Fact, ...] = tuple(
    Moved("shake_out", who, (level, "loose"), (level - 1, "firm"), n)
    for who, level, n in (
        ("youssef", 1, 1), ("youssef", 2, 1), ("sandra", 1, 2), ("sandra", 2, 2), ("femke", 2, 1),
        ("ruud", 1, 1), ("ruud", 3, 1), ("joyce", 1, 2), ("joyce", 2, 1),
    )
)  # fmt: skip
LAUNCH: tuple[Fact, ...] = (Launch(1, 3), Launch(2, 3), Launch(3, 3))


def friday(language: Language, *, lost: bool = False) -> FridayModel:
    """The Friday of week 4; ``lost``: a week in which nobody talked."""
    words = Words("week", language)
    departments = tuple(replace(one, state="done", hours=0) for one in samples.usual(language).departments)
    board = replace(samples.usual(language), part="friday", departments=departments, clock=None)
    steps: list[StepModel] = []

    def step(kind: StepKind, way: str, value: str, facts: tuple[Fact, ...], **values: object) -> None:
        nonlocal board
        then = after(board, facts)
        text = f"friday.{kind}.{way}.text"
        said = words.count(text, 3, each=3) if kind == "launch" else words(text, **values)
        levels = tuple((fact.level, fact.points) for fact in facts if isinstance(fact, Launch))
        then = replace(then, points=then.points + sum(points for _, points in levels))
        steps.append(
            StepModel(
                kind,
                words(f"friday.{kind}"),
                value,
                words(f"friday.{kind}.{way}.title"),
                said,
                board,
                then,
                facts,
                eventful=bool(facts) or way == "no",
                bad=way == "no" or kind == "drift",
                levels=levels,
            )
        )
        board = then

    talked = "no" if lost else "yes"
    step("talked", talked, words(f"friday.{talked}"), (), points=1)
    step("drift", "yes", "−3", DRIFT, faces=words("friday.drift.faces.2"))
    step("launch", "yes", "+9", LAUNCH)
    step("sharing", "yes", "+3", SHARING)
    step("forgetting", "yes", "−1", ())
    question = words("friday.ask.title"), words("friday.ask.text")
    return FridayModel(words("friday.title"), tuple(steps), question)


def shake_out(language: Language) -> FridayModel:
    """The end of the campaign."""
    words = Words("week", language)
    usual = samples.usual(language)
    departments = tuple(replace(one, state="done", hours=0) for one in usual.departments)
    board = replace(usual, part="friday", week=8, clock=None, launch=None, departments=departments)
    text = words.count("friday.shake_out.yes.text", 12)
    title = words("friday.shake_out.yes.title")
    then = after(board, BLOWN)
    step = StepModel(
        "shake_out", words("friday.shake_out"), "−12", title, text, board, then, BLOWN, True, True
    )
    return FridayModel(words("friday.end"), (step,))


def monday(language: Language, *, asks: bool) -> MondayModel:
    """A card with three options, about somebody; asked, or told after the choice."""
    nl = language == "nl"
    words, told = Words("week", language), Words("view", language)
    board = replace(samples.usual(language), part="monday", clock=None)
    before = replace(
        board, audiences=tuple(replace(one, attention=max(0, one.attention - 2)) for one in board.audiences)
    )
    chair = next(one for one in board.departments if one.chair)
    femke = board.audiences[2]
    options = (
        OptionModel(
            "1",
            "Samen één mail maken" if nl else "Make one mail together",
            1,
            (EffectModel("snowflake", told.count("effect.attention", 1, name=femke.name, count="+1")),),
            chosen=not asks,
        ),
        OptionModel(
            "2",
            "Deze week niet mailen" if nl else "No mail this week",
            2,
            (EffectModel("mail", told("effect.close", channel="e-mail")),),
            reason=("Dit kost 5 uur; er zijn er nog 4." if nl else "This takes 5 hours; 4 are left.")
            if asks
            else "",
        ),
        OptionModel(
            "3",
            "Gewoon doorsturen" if nl else "Just keep sending",
            0,
            (
                EffectModel(
                    "snowflake",
                    told.count("effect.attention", 1, name=told("effect.everybody"), count="−1"),
                ),
                EffectModel("flame", told("effect.will", n="−1")),
            ),
        ),
    )
    return MondayModel(
        before=before,
        board=board,
        title="Weer zes mails" if nl else "Six mails again",
        text="Zes mails van ons, aan dezelfde mensen, in één week. Ze haken af."
        if nl
        else "Six mails from us, to the same people, in one week. They drop out.",
        chair=chair,
        said=words("event.choose" if asks else "event.chose", name=chair.name),
        options=options,
        asks=asks,
        audience=femke,
    )


DRIVES = (
    ("Til de meeste groepen op met een waarom", "Lift the most groups with a why", "award"),
    ("Breng nooit een boodschap die niet past", "Never bring a message that does not fit", "shield"),
    ("Laat de baas brons zien, uiterlijk in week 6", "Show the boss bronze, by week 6", "star"),
    ("Praat hoogstens één keer door een ander heen", "Talk across a colleague once at most", "mood-smile"),
    ("Hou 3 uur over: je kind heeft drumles", "Keep 3 hours unused: your child has drum lessons", "music"),
)


def score(language: Language, *, revealed: bool, medal: bool = True) -> ScoreModel:
    """The end of a game; before or after the reveal, with or without a medal."""
    nl = language == "nl"
    table = guesses(language)
    words = Words("week", language)
    kpi = (
        "Tevreden: 3 punten per groep volgers die fan wordt"
        if nl
        else "Pleased: 3 points per new group of fans"
    )
    cards = []
    for i, department in enumerate(samples.usual(language).departments):
        card = DriveCard(department.id, department.name, department.short, department.icon, kpi)
        if revealed:
            motive = DRIVES[i][0 if nl else 1]
            own = (20, 17, 16, 14)[i]
            met = i < 3
            card = replace(
                card,
                motive=motive,
                met=met,
                own_score=own,
                kpi_points=own - (5 if met else 0),
                colleague=medal and i == 0,
                thoughts=tuple(
                    Thought(by, one.icon, one.right)
                    for by, one in zip(table.guessers, table.rows[i].guesses, strict=True)
                    if one is not None
                ),
            )
        cards.append(card)
    counts = (15, 10, 10, 9, 4, 2) if medal else (31, 9, 5, 1, 0, 0)
    rows = tuple(LevelRow(count, each) for count, each in zip(counts, samples.WORTH, strict=True))
    lost = 0 if medal else 3
    points = sum(row.points for row in rows) + 9 - lost
    return ScoreModel(
        medal="silver" if medal else "none",
        title=words("score.title.silver" if medal else "score.title.none"),
        together=words.count("score.together", points),
        points=points,
        thresholds=(95, 130, 150),
        conditions=(ConditionModel(words.count("condition.top", 1), medal),),
        rows=rows,
        launch_week=4,
        launch_points=9,
        blown=11,
        lost_weeks=lost,
        lost_points=lost,
        cards=tuple(cards),
    )


def guess(language: Language) -> GuessModel:
    """The round of the last of four departments."""
    nl = language == "nl"
    *others, own = samples.usual(language).departments
    drives = tuple(
        DriveModel(str(i), icon, dutch if nl else english) for i, (dutch, english, icon) in enumerate(DRIVES)
    )
    return GuessModel(
        own.id,
        own.name,
        own.icon,
        drives[0].text,
        tuple(Other(one.id, one.name, one.short, one.icon) for one in others),
        drives,
    )


CHRONICLE = Chronicle(
    levels=(
        (36, 10, 4, 0, 0, 0), (33, 13, 4, 0, 0, 0), (29, 14, 5, 2, 0, 0), (26, 13, 8, 2, 1, 0),
        (22, 13, 9, 4, 2, 0), (19, 11, 10, 7, 3, 0), (15, 12, 10, 8, 4, 1), (12, 12, 11, 9, 5, 1),
        (9, 13, 11, 9, 6, 2), (15, 10, 10, 9, 4, 2),
    ),
    lost_weeks=(3,),
    kept=(Share(6, 18), Share(7, 9), Share(15, 16)),
    yields=(Share(7, 16), Share(12, 10), Share(74, 22)),
    blind=Share(9, 34),
    seeing=Share(28, 46),
    attention=tuple(
        (seat, who, n)
        for seat, row in (
            ("pr", (1, 0, 3, 9, 1)), ("web", (6, 4, 5, 3, 1)), ("social", (3, 2, 4, 5, 2)),
            ("service", (5, 3, 2, 4, 0)),
        )
        for who, n in zip(("youssef", "sandra", "femke", "ruud", "joyce"), row, strict=True)
        if n
    ),
    mixed=7,
    coherent=9,
    missed=Share(8, 40),
    plays=52,
    talks=11,
    blown=11,
    points_before=181,
)  # fmt: skip


def guesses(language: Language) -> GuessTable:
    """What the four departments thought of each other."""
    departments = samples.usual(language).departments
    nl = language == "nl"
    texts = [(icon, dutch if nl else english) for dutch, english, icon in DRIVES]
    thought = ((None, 0, 2, 4), (1, None, 1, 4), (2, 2, None, 0), (3, 1, 3, None))
    rows = tuple(
        Truth(
            department,
            *texts[i],
            tuple(None if one is None else Guessed(texts[one][0], one == i) for one in thought[i]),
        )
        for i, department in enumerate(departments)
    )
    return GuessTable(tuple(one.icon for one in departments), rows, (texts[4],))


def prompts_of(told: Chronicle, board: BoardModel, language: Language) -> tuple[PromptModel, ...]:
    """The questions that a chronicle raises."""
    return present_prompts(told, 139, 3, 8, board.audiences, Words("week", language))


def debrief(language: Language) -> DebriefModel:
    """The look back on a game of eight weeks."""
    screen = screen_words(language)
    kinds = ("suspects", "network", "followers", "fans", "supporters", "empowered")
    names = tuple(screen(f"level.{kind}") for kind in kinds)
    board = samples.usual(language)
    prompts = prompts_of(CHRONICLE, board, language)
    return DebriefModel(CHRONICLE, 8, names, board.audiences, board.departments, prompts, guesses(language))
