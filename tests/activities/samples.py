"""One right example of every kind, as people write it."""

import tomllib

from milkit.activities.reading import read_shape
from milkit.activities.table import KINDS

POLL = """
claim = "The well in Lumaya is closed today."
who = "A neighbour"
picture = "well"
prompt = "Is it true?"
answer = "no"
options = [{id="yes", text="True", mark="yes"}, {id="no", text="False", mark="no"}]
[why]
yes = "The well is open."
no = "Right. The board says it is open."
"""
RATE = """
labels = {true="Fits", false="Does not fit"}
[[items]]
id = "one"
pair = "a"
topic = "weather"
text = "Rain fell on Lumaya on Sunday."
found = "The weather office says so."
truth = true
why = "The office measured it."
[[items]]
id = "two"
pair = "a"
topic = "weather"
text = "Snow fell on Lumaya on Sunday."
truth = false
why = "It was rain."
"""
SORT = """
prompt = "Which kind is it?"
bins = [{id="news", label="News", hint="to know"}, {id="advert", label="Advert"}]
[[cards]]
id = "boat"
text = "The boat hit a rock at 6:00, says the port office."
bin = "news"
truth = true
why = "It tells what happened."
[[cards]]
id = "shoe"
text = "Buy the blue shoe today and pay half of the price."
bin = "advert"
truth = false
why = "It wants to sell."
[[cards]]
id = "school"
text = "The school opens again on Monday, says the head."
bin = "news"
also_ok = ["advert"]
truth = true
picture = "school"
why = "It tells what happens."
[[cards]]
id = "rice"
text = "Rice with egg at the green stall: come and taste."
bin = "advert"
truth = false
why = "It wants to sell."
"""
SEQUENCE = """
prompt = "What do you do first?"
why = "Safety comes first, then the check."
[[cards]]
id = "pass"
text = "Pass on what is right."
order = 4
[[cards]]
id = "name"
text = "Look for the name."
order = 2
[[cards]]
id = "safe"
text = "Get safe."
order = 1
[[cards]]
id = "time"
text = "Look for the time."
order = 2
"""
FEED = """
prompt = "What do you do?"
actions = [{id="share", text="Pass it on"}, {id="check", text="Check first"}]
prompt_at = 2
pause = "Is it true?"
compare = true
[[posts]]
id = "snake"
who = "No name"
when = "yesterday"
text = "A snake lives in the school well."
truth = false
emotion = "fear"
harm = "some"
best = ["check"]
why = "The head looked: no snake."
[[posts]]
id = "boat"
who = "Librarian"
when = "1 hour ago"
text = "The book boat stops here on Friday."
picture = "boat"
truth = true
emotion = "joy"
harm = "none"
best = ["share", "check"]
found = "The board says the same."
why = "It is her own work."
[[posts]]
id = "rice"
who = "A friend"
when = "today"
text = "Free rice cakes at the bus stop."
truth = false
emotion = "joy"
harm = "some"
best = ["check"]
why = "The cakes are sold."
[[posts]]
id = "wasps"
who = "The driver"
when = "today"
text = "Wasps live under the bus stop roof."
truth = true
emotion = "fear"
harm = "none"
best = ["share"]
why = "He was there."
"""
BRANCH = """
prompt = "What do you do?"
start = "first"
[[nodes]]
id = "first"
text = "A message comes."
who = "A group chat"
claim = "Hurry, the list closes in ten minutes."
truth = false
technique = "hurry"
choices = [{text="Go at once", to="second"}, {text="Ask the office", to="calm"}]
[[nodes]]
id = "second"
text = "You ran to the office."
who = "The office"
claim = "The list is open until Friday at four."
truth = true
choices = [{text="Go home", to="calm"}, {text="Write your name", to="listed"}]
[[ends]]
id = "calm"
title = "Calm"
text = "You had time."
[[ends]]
id = "listed"
title = "On the list"
text = "Your name stands there."
[[techniques]]
id = "hurry"
name = "Hurry"
how = "It leaves no time to ask."
"""
DISCUSS = """
question = "What do you see?"
picture = "well"
starters = ["I see …"]
norms = ["One person speaks at a time."]
"""
QUIZ = """
booster_week = 1
competency = "E2"
options = [{id="fits", mark="yes", text="Fits"}, {id="not", mark="no", text="Does not"}]
[[items]]
id = "garden"
stem = "“Our garden won a prize today.” Oldest copy: the school, today."
correct = "fits"
why = "All is the same."
[[items]]
id = "bus"
stem = "“A bus in the river today.” Oldest copy: the radio, June 2020."
correct = "not"
why = "The day changed."
[[items]]
id = "which"
stem = "Which copy do you look for?"
correct = "old"
why = "It is closest to the day."
options = [{id="old", text="The oldest"}, {id="new", text="The newest"}]
"""
TRACE = """
help = "guided"
today = 2026-10-12
claim = "The street this morning."
who = "Sorin Morning"
picture = "flood-cut"
fits = false
changed = ["place", "date"]
oldest = "B"
why = "The photo is from 2021."
unknown = "If there is a flood today."
[[artefacts]]
id = "A"
date = 2026-10-12T07:00:00
who = "Sorin Morning"
place = "Nam Sorin"
caption = "The street this morning."
picture = "flood-cut"
same = true
[[artefacts]]
id = "B"
date = 2021-08-07
who = "Arani Weekly"
caption = "Clock Tower Road on Saturday."
picture = "flood"
same = true
[[artefacts]]
id = "C"
date = 2020-01-01
who = "Arani Weekly"
caption = "Another street."
picture = "other"
same = false
[[questions]]
id = "order"
text = "Write the letters from oldest to newest."
lines = 1
key = "C, B, A."
"""
ANNOTATE = """
prompt = "Find the sign."
title = "A page"
who = "Star Page"
text = "Buy the shoe today.\\nThe rain came early. My shoe is dry."
need = 1
[[targets]]
id = "buy"
span = "Buy the shoe"
label = "It sells"
why = "It tells you to buy."
[[decoys]]
id = "rain"
span = "The rain came early"
label = "A fact"
why = "Anyone can see it."
"""
ROLEPLAY = """
scene = "A desk in the school hall."
safety_rule = "Nobody acts hurt."
debrief = ["What helped?", "What was hard?"]
rounds = [{id="one", minutes=2, task="The caller speaks."}]
[[roles]]
id = "desk"
name = "Desk"
goal = "Ask first."
[[roles]]
id = "caller"
name = "Caller"
goal = "Bring a message."
secret = "It is old."
"""
CREATE = """
product = "slip"
brief = "Answer two questions."
prompts = ["Which copy do you look for?", "What do you compare?"]
lines = 3
example = "The oldest copy."
[[rubric]]
id = "slip"
criterion = "Three piles"
levels = ["not yet: looks real", "nearly: one thing", "reached: copy and place"]
"""
TEXTS = {
    "poll": POLL,
    "rate": RATE,
    "sort": SORT,
    "sequence": SEQUENCE,
    "feed": FEED,
    "branch": BRANCH,
    "discuss": DISCUSS,
    "quiz": QUIZ,
    "trace": TRACE,
    "annotate": ANNOTATE,
    "roleplay": ROLEPLAY,
    "create": CREATE,
}


def table(kind, **changes):
    """Give the sample of a kind as a TOML table, with some keys changed."""
    return {"id": f"a-{kind}", **tomllib.loads(TEXTS[kind]), **changes}


def sample(kind, **changes):
    """Give the sample of a kind as its data."""
    data, problems = read_shape(KINDS[kind].shape, table(kind, **changes))
    assert not problems, problems
    return data


def problems(kind, **changes):
    """Say what the kind's check finds in its changed sample, as one text."""
    found = KINDS[kind].check(sample(kind, **changes))
    return "; ".join(p.what for p in found)


def edited(kind, name, index, **changes):
    """Give the list *name* of a sample with one entry changed."""
    items = table(kind)[name]
    items[index] = {**items[index], **changes}
    return items
