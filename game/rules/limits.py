"""Numbers and closed lists that the rules are built on.

Plain integers, so that the same names are constants in both speeds. The order of a closed list is
the order of its codes; it never changes, since journals and hashes depend on it.
"""

from typing import Final

# Largest sizes of a scenario (contract, "Scenario file").
SEATS: Final = 6
AUDIENCES: Final = 7
LEVELS: Final = 6
TOP: Final = 5
MOTIVES: Final = 16
BROADCAST_MESSAGE: Final = 16  # rule 3.7: all broadcasts count as one and the same message
MESSAGES: Final = 17
MECHANISMS: Final = 48
TOOLS: Final = 64  # (seat, mechanism) pairs in play; a mechanism may sit in several toolboxes
EVENTS: Final = 64
OPTIONS: Final = 3
EFFECTS: Final = 6
SENTENCES: Final = 6
PERSONALS: Final = 16
CONDITIONS: Final = 6
TRACK_TOP: Final = 10  # rule 1.6
NONE: Final = -1  # nothing, nobody, or hidden

# Bonds (rule 1.2), in the order of the contract's ``tokens``.
LOOSE: Final = 0
FIRM: Final = 1

# Parts of a game.
SETUP: Final = 0
MONDAY: Final = 1
WORK: Final = 2
FRIDAY: Final = 3
GUESSING: Final = 4
OVER: Final = 5
PARTS: Final = ("setup", "monday", "work", "friday", "guessing", "over")

# Orders of play (rule 2.2).
FREE: Final = 0
ROUND: Final = 1
ORDERS: Final = ("free", "round")

# Depths (rule 3.1).
WHAT: Final = 0
HOW: Final = 1
WHY: Final = 2
DEPTHS: Final = ("what", "how", "why")

CHANNELS: Final = ("email", "online", "face_to_face", "press", "phone", "post")
POWERS: Final = ("power", "responsibility", "data", "subsidy", "network", "organising")
MEDALS: Final = ("none", "bronze", "silver", "gold")
LEVEL_NAMES: Final = ("suspects", "network", "followers", "fans", "supporters", "empowered")

# Kinds of commands; a command travels through the rules as one whole number (``actions.pack``).
OUR_WHY: Final = 0
CHOOSE: Final = 1
PLAY: Final = 2
BROADCAST: Final = 3
TALK: Final = 4
RESEARCH: Final = 5
HOLD_BACK: Final = 6
CONVINCE: Final = 7
PRACTISE: Final = 8
REFERENCE_WORK: Final = 9
PROPOSITION: Final = 10
MEASURE: Final = 11
PASS: Final = 12
GUESS: Final = 13
KINDS: Final = (
    "our_why",
    "choose",
    "play",
    "broadcast",
    "talk",
    "research",
    "hold_back",
    "convince",
    "practise",
    "reference_work",
    "proposition",
    "measure",
    "pass",
    "guess",
)

# Arguments for management (rule 5.1).
NECESSITY: Final = 0
OPPORTUNITY: Final = 1
SUCCESS_STORY: Final = 2
ARGUMENTS: Final = ("necessity", "opportunity", "success_story")

# Measures (rule 8.4): those of a seat first, then those of the organisation.
LIFTED: Final = 0
LIFTED_FIRM: Final = 1
LIFTED_WHY: Final = 2
IRRELEVANT: Final = 3
COHERENT: Final = 4
MIXED: Final = 5
TALKS: Final = 6
MECHANISMS_USED: Final = 7
UNUSED: Final = 8
HELD: Final = 9
WILL: Final = 10
KNOW_HOW: Final = 11
LOST_WEEKS: Final = 12
POINTS: Final = 13
TOKENS_AT_LEAST: Final = 14
BRONZE_WEEK: Final = 15
MEASURES: Final = (
    "lifted",
    "lifted_firm",
    "lifted_why",
    "irrelevant",
    "coherent",
    "mixed",
    "talks",
    "mechanisms",
    "unused",
    "held",
    "will",
    "know_how",
    "lost_weeks",
    "points",
    "tokens_at_least",
    "bronze_week",
)

# How a condition compares (rule 8.4).
AT_LEAST: Final = 0
AT_MOST: Final = 1
HIGHEST: Final = 2
COMPARISONS: Final = ("at_least", "at_most", "highest")

# Kinds of event effects (rule 7.2).
E_ATTENTION: Final = 0
E_WILL: Final = 1
E_KNOW_HOW: Final = 2
E_HOURS: Final = 3
E_SUSPECTS: Final = 4
E_LIFT: Final = 5
E_DROP: Final = 6
E_PRESSING: Final = 7
E_CLOSE_CHANNEL: Final = 8
E_REDRAW_SIDE: Final = 9
E_REVEAL: Final = 10
E_STORY: Final = 11
E_POWER: Final = 12
EFFECT_KINDS: Final = (
    "attention",
    "will",
    "know_how",
    "hours",
    "suspects",
    "lift",
    "drop",
    "pressing",
    "close_channel",
    "redraw_side",
    "reveal",
    "story",
    "power",
)

# Whom an effect concerns, beside an index.
RANDOM: Final = -2
ALL: Final = -3
CHAIR: Final = -4

# Columns of one effect in ``Tables.effects``.
EFFECT_KIND: Final = 0
EFFECT_N: Final = 1
EFFECT_TARGET: Final = 2  # an audience or a department, by kind; or RANDOM, ALL, CHAIR
EFFECT_WHAT: Final = 3  # a level, a channel or a power, by kind
EFFECT_COLUMNS: Final = 4

# Purposes of chance (rule 10).
P_MOTIVES: Final = 1
P_PERSONAL: Final = 2
P_DECK: Final = 3
P_TARGET_AUDIENCE: Final = 4
P_TARGET_DEPARTMENT: Final = 5
P_REDRAW: Final = 6
P_PLAY: Final = 7
P_DRIFT: Final = 8
P_EMPOWERED: Final = 9
P_SHARING: Final = 10
P_PLAYER: Final = 11  # what a computer player draws, from a seed of its own
PURPOSES: Final = (
    "",
    "motives",
    "personal_motives",
    "deck",
    "target_audience",
    "target_department",
    "redraw",
    "play",
    "drift",
    "empowered",
    "sharing",
    "player",
)
