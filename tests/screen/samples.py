"""Boards to draw in tests: a usual one, a crowded one, one with long words."""

from dataclasses import replace

from game.screen.model import (
    AudienceModel,
    BoardModel,
    Cell,
    DepartmentModel,
    DepartmentState,
    EventModel,
    LogLine,
    Motive,
    Power,
)
from game.words.catalogue import Language

WORTH = (0, 1, 2, 4, 8, 16)
Counts = tuple[tuple[int, int], ...]

MUSIC, AWARD, PERMIT = Motive("music"), Motive("award"), Motive("certificate")


def cells(*counts: tuple[int, int], risk: tuple[int, ...] = ()) -> tuple[Cell, ...]:
    """Cells from (firm, loose) by level."""
    full = (*counts, *((0, 0),) * (6 - len(counts)))
    return tuple(Cell(firm, loose, level in risk) for level, (firm, loose) in enumerate(full))


def audiences(language: Language) -> tuple[AudienceModel, ...]:
    """The seven audiences of the crowded board; the first five make the usual one."""
    nl = language == "nl"

    def who(name: str, role_nl: str, role_en: str, portrait: str, slot: int, *channels: str) -> AudienceModel:
        role = role_nl if nl else role_en
        return AudienceModel(name.lower(), name, role, portrait, slot, channels, 4, 6)

    mail, web, face, press, phone = "mail", "world", "users", "news", "phone"
    return (
        who("Youssef", "net verhuisd", "new in town", "father", 0, mail, web, face),
        who("Sandra", "moeder van 2", "mother of two", "mother", 1, face, mail, web),
        who("Femke", "startende baas", "young founder", "founder", 2, web, mail, press),
        who("Ruud", "redacteur krant", "local editor", "editor", 3, press, face, web),
        who("Joyce", "beleidsadviseur", "policy adviser", "adviser", 4, mail, face),
        who("Naima", "wijkverpleger", "district nurse", "nurse", 5, face, phone),
        who("Dirk", "boze klant", "angry customer", "customer", 6, phone, face),
    )


def usual(language: Language = "nl") -> BoardModel:
    """Week 4 of a game with four departments, in the middle of the work part."""
    nl = language == "nl"
    youssef, sandra, femke, ruud, joyce, *_ = audiences(language)
    seen = (
        replace(
            youssef,
            motives=(MUSIC, None),
            handshake=True,
            cells=cells((4, 0), (2, 1), (1, 1), (1, 0)),
        ),
        replace(
            sandra,
            attention=2,
            attention_max=4,
            cells=cells((5, 0), (1, 2), (0, 2), risk=(1, 2)),
        ),
        replace(
            femke,
            attention_max=5,
            motives=(PERMIT, AWARD),
            handshake=True,
            convinced=True,
            proposition=True,
            cells=cells((3, 0), (2, 0), (2, 1), (1, 0), (1, 0), risk=(2,)),
        ),
        replace(
            ruud,
            attention=1,
            motives=(AWARD, None),
            not_hers=(MUSIC, PERMIT),
            handshake=True,
            cells=cells((2, 0), (2, 1), (2, 0), (1, 1), (1, 0), risk=(1,)),
        ),
        replace(joyce, attention=6, cells=cells((6, 0), (1, 2), (0, 1), risk=(1, 2))),
    )
    return BoardModel(
        title="Waterrijk",
        week=4,
        weeks=8,
        part="work",
        points=66,
        worth=WORTH,
        will=5,
        know_how=3,
        audiences=seen,
        departments=(
            _department("pr", "PR & Voorlichting", "PR & Press", "speakerphone", 2, 4, "done", nl),
            _department("web", "Communicatie & web", "Comms & web", "pencil", 2, 4, "idle", nl),
            replace(
                _department("social", "Sociale media", "Social media", "messages", 4, 4, "idle", nl),
                chair=True,
            ),
            _department("service", "Klantcontact", "Customer care", "headset", 2, 3, "turn", nl),
        ),
        next_medal=("bronze", 90),
        clock=200,
        stories=1,
        powers=(
            Power("database", "data"),
            Power("coins", "subsidie" if nl else "subsidy"),
            Power("clipboard-check", "zeggenschap" if nl else "say"),
        ),
        event=EventModel(
            "Straat onder water" if nl else "Street under water",
            "Bewoners bellen massaal: hun kelders lopen onder."
            if nl
            else "Residents keep calling: their cellars are flooded.",
            "droplet",
            effects=(
                LogLine("clock-hour-4", "Klantcontact: −1\u00a0uur" if nl else "Customer care: −1\u00a0hour"),
            ),
        ),
        log=(
            LogLine("pencil", "Youssef: 1 omhoog" if nl else "Youssef: 1 up"),
            LogLine("speakerphone", "Ruud: 1 omhoog, los" if nl else "Ruud: 1 up, loose"),
            LogLine("message-circle", "Femke gesproken" if nl else "Talked to Femke"),
            LogLine("flame", "Wil naar 5" if nl else "Will went to 5"),
            LogLine("messages", "Joyce: niemand omhoog" if nl else "Joyce: nobody rose"),
            LogLine("gift", "Aanbod voor Femke" if nl else "Offer for Femke"),
        ),
        launch=(False, True, True, True, True, False),
        join_code="KX7Q",
    )


def _department(
    name: str, dutch: str, english: str, icon: str, hours: int, total: int, state: DepartmentState, nl: bool
) -> DepartmentModel:
    said = dutch if nl else english
    return DepartmentModel(name, said, said.split(" ")[0], icon, hours, total, state)


def researched(board: BoardModel) -> BoardModel:
    """A board after research: of whoever has a hidden motive it is known what it may be."""
    found = (MUSIC, AWARD, PERMIT, Motive("school"))
    seen = tuple(
        replace(
            one,
            candidates=tuple(m for m in found if m not in (*one.motives, *one.not_hers))
            if None in one.motives
            else (),
        )
        for one in board.audiences
    )
    return replace(board, audiences=seen)


def crowded(language: Language = "en") -> BoardModel:
    """Week 6 with six departments and seven audiences."""
    nl = language == "nl"
    base = usual(language)
    youssef, sandra, femke, ruud, joyce, naima, dirk = audiences(language)
    seen = (
        replace(
            youssef,
            motives=(MUSIC, None),
            handshake=True,
            convinced=True,
            proposition=True,
            cells=cells((2, 0), (2, 1), (2, 0), (2, 0), (1, 0), (1, 0)),
        ),
        replace(
            sandra,
            attention=2,
            attention_max=4,
            motives=(Motive("school"), None),
            handshake=True,
            cells=cells((4, 0), (2, 2), (1, 2), (1, 0), risk=(1, 2)),
        ),
        replace(
            femke,
            attention_max=5,
            motives=(PERMIT, AWARD),
            handshake=True,
            convinced=True,
            cells=cells((2, 0), (1, 1), (3, 0), (2, 1), (2, 0), risk=(3,)),
        ),
        replace(
            ruud,
            attention=1,
            motives=(AWARD, Motive("shield")),
            not_hers=(MUSIC,),
            handshake=True,
            convinced=True,
            cells=cells((1, 0), (3, 0), (2, 1), (2, 1), (1, 0), (1, 0)),
        ),
        replace(joyce, attention=6, cells=cells((7, 0), (1, 3), (0, 1), risk=(1, 2))),
        replace(
            naima,
            attention=2,
            attention_max=4,
            motives=(Motive("mood-smile"), None),
            handshake=True,
            proposition=True,
            cells=cells((3, 0), (2, 2), (2, 1), (1, 0), (1, 0), risk=(1,)),
        ),
        replace(dirk, attention=5, attention_max=5, cells=cells((9, 0), (1, 2), risk=(1,))),
    )
    departments = (
        _department("pr", "PR & Pers", "PR & Press", "speakerphone", 1, 3, "idle", nl),
        _department("web", "Comm. & web", "Comms & web", "pencil", 0, 3, "done", nl),
        replace(
            _department("social", "Sociale media", "Social media", "messages", 2, 3, "idle", nl), chair=True
        ),
        _department("service", "Klant", "Care", "headset", 1, 3, "turn", nl),
        _department("marketing", "Marketing", "Marketing", "tag", 0, 3, "done", nl),
        _department("board", "Directie", "Board", "gavel", 3, 3, "idle", nl),
    )
    return replace(
        base,
        week=6,
        points=174,
        will=7,
        know_how=4,
        stories=2,
        next_medal=("gold", 210),
        clock=105,
        powers=(Power("database", "data"), Power("clipboard-check", "zeggenschap" if nl else "say")),
        audiences=seen,
        departments=departments,
        launch=None,
        event=EventModel(
            "De krant belt" if nl else "The paper calls",
            "De voorzitter kiest: meteen antwoorden (1\u00a0uur) of “geen commentaar”."
            if nl
            else "Chair decides: answer at once (1\u00a0hour) or say “no comment”.",
            "news",
        ),
    )
