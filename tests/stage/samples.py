"""Every kind of activity in every script, as long as lessons may be, all invented."""

from dataclasses import dataclass
from datetime import date, datetime

from milkit.activities import (
    annotate,
    branch,
    create,
    discuss,
    feed,
    poll,
    quiz,
    rate,
    roleplay,
    sequence,
    sort,
    trace,
)
from milkit.activities.table import KINDS
from milkit.stage.feed import stops
from milkit.teaching.scene import Scene


@dataclass(frozen=True)
class Speech:
    """Words of one language: a claim of full length, a question, an option, a name."""

    claim: str
    question: str
    word: str
    other: str
    third: str
    who: str


SPEECH = {
    "en": Speech(
        "Fish Market Street in Nam Sorin this morning. The water came up to the shops.",
        "Do the place and the day fit the photo?",
        "Fits",
        "Does not fit",
        "Can't tell yet",
        "Sorin Morning, a group page",
    ),
    "id": Speech(
        "Jalan Pasar Ikan di Nam Sorin pagi ini. "
        "Airnya naik sampai setinggi kedai-kedai.",
        "Apakah tempat dan harinya sesuai dengan foto itu?",
        "Sesuai",
        "Tidak sesuai",
        "Belum dapat dipastikan",
        "Pertanggungjawaban Sorin, halaman kelompok",
    ),
    "vi": Speech(
        "Ảnh này được chụp ở tỉnh chúng ta sáng nay. "
        "Cây cầu đã bị nước cuốn trôi mất rồi.",
        "Nơi chụp và ngày chụp có khớp với bức ảnh không?",
        "Khớp",
        "Không khớp",
        "Chưa thể biết được",
        "Buổi sáng Nam Sorin, trang của nhóm",
    ),
    "th": Speech(
        "ภาพนี้ถ่ายที่จังหวัดของเราเมื่อเช้านี้ น้ำท่วมสูงถึงหน้าร้านค้าและสะพานพังลงแล้ว",
        "สถานที่และวันตรงกับภาพหรือไม่",
        "ตรง",
        "ไม่ตรง",
        "ยังบอกไม่ได้",
        "ข่าวเช้านามโสริน เพจของกลุ่ม",
    ),
    "km": Speech(
        "រូបថតនេះថតនៅក្នុងខេត្តយើងព្រឹកនេះ។ ស្ពានបាត់អស់ហើយ ទឹកឡើងដល់ហាងលក់ទំនិញ",
        "តើទីកន្លែងនិងថ្ងៃត្រូវនឹងរូបថតឬទេ?",
        "ពិត",
        "មិនពិត",
        "មិនទាន់ច្បាស់",
        "ព័ត៌មានព្រឹកណាំសូរិន ទំព័រក្រុម",
    ),
    "lo": Speech(
        "ຮູບນີ້ຖ່າຍຢູ່ແຂວງຂອງພວກເຮົາເຊົ້ານີ້ ນ້ຳຖ້ວມຮອດຮ້ານຄ້າ ແລະຂົວກໍ່ພັງແລ້ວ",
        "ສະຖານທີ່ແລະມື້ຖືກຕ້ອງກັບຮູບບໍ່",
        "ຖືກຕ້ອງ",
        "ບໍ່ຖືກຕ້ອງ",
        "ຍັງບອກບໍ່ໄດ້",
        "ຂ່າວເຊົ້ານາມໂສລິນ ໜ້າເພຈຂອງກຸ່ມ",
    ),
    "my": Speech(
        "ဒီဓာတ်ပုံကို ဒီမနက် ကျွန်တော်တို့ ပြည်နယ်မှာ ရိုက်ခဲ့တာ။ တံတား ပျက်သွားပြီ။ ရေက ဆိုင်တွေအထိ တက်လာတယ်။",
        "နေရာနဲ့ ရက်စွဲက ဓာတ်ပုံနဲ့ ကိုက်ညီသလား",
        "မှန်တယ်",
        "မှားတယ်",
        "မသိသေးပါ",
        "နံနက်ခင်းသတင်း အုပ်စုစာမျက်နှာ",
    ),
}
LANGS = tuple(SPEECH)


def samples(lang):
    """Give the data of every kind in *lang*, each as long as a lesson may write it."""
    s = SPEECH[lang]
    long = f"{s.claim} {s.question}"
    return {
        "poll": _poll(s),
        "rate": _rate(s),
        "sort": _sort(s),
        "sequence": sequence.Sequence(
            id="order",
            prompt=s.question,
            cards=tuple(
                sequence.Card(id=f"c{i}", text=s.claim[: 60 + i], order=6 - i)
                for i in range(6)
            ),
            why=long,
        ),
        "feed": _feed(s),
        "branch": _branch(s),
        "discuss": discuss.Discuss(
            id="talk",
            question=s.claim,
            picture="photo",
            starters=(f"{s.word} …", f"{s.other} …", f"{s.question} …", s.third),
            norms=(s.question,),
        ),
        "quiz": _quiz(s),
        "trace": _trace(s),
        "annotate": _annotate(s),
        "roleplay": _roleplay(s),
        "create": create.Create(
            id="slip",
            product="slip",
            brief=f"{s.question} “{s.word}”",
            prompts=(s.claim, long, s.question),
            lines=6,
            picture="photo",
            example=long,
            rubric=(create.Criterion(id="r", criterion=s.word, levels=(s.claim,) * 3),),
        ),
    }


def _poll(s):
    return poll.Poll(
        id="first",
        claim=s.claim,
        who=s.who,
        picture="photo",
        prompt=s.question,
        options=(
            poll.Choice(id="yes", text=s.word, mark="yes"),
            poll.Choice(id="no", text=s.other, mark="no"),
            poll.Choice(id="unsure", text=s.third, mark="unsure"),
        ),
        answer="no",
        why={"no": f"{s.claim} {s.question}"},
    )


def _rate(s):
    items = tuple(
        rate.Item(
            id=f"i{i}",
            pair=f"p{i // 2}",
            topic="events",
            text=s.claim,
            found=s.question,
            picture="photo" if i == 1 else "",
            truth=i % 2 == 0,
            why=s.claim,
        )
        for i in range(4)
    )
    labels = rate.Labels(true=s.word, false=s.other)
    return rate.Rate(id="six", prompt=s.question, labels=labels, items=items)


def _sort(s):
    bins = tuple(
        sort.Bin(id=f"b{i}", label=text, hint=s.question[:26])
        for i, text in enumerate((s.word, s.other, s.third, s.word))
    )
    cards = tuple(
        sort.Card(
            id=f"c{i}",
            text=s.claim,
            bin=f"b{i % 4}",
            picture="photo" if i == 2 else "",
            why=f"{s.claim} {s.question}",
        )
        for i in range(8)
    )
    return sort.Sort(id="sort", prompt=s.question, bins=bins, cards=cards)


def _feed(s):
    posts = tuple(
        feed.Post(
            id=f"p{i}",
            who=s.who,
            when=s.word,
            text=s.claim,
            picture="photo" if i % 2 else "",
            truth=i % 2 == 0,
            emotion="fear",
            harm="some",
            best=("check", "hold"),
            found=s.question,
            why=f"{s.claim} {s.question}",
        )
        for i in range(4)
    )
    actions = tuple(
        feed.Action(id=one, text=text)
        for one, text in zip(
            ("share", "check", "hold", "report"),
            (s.word, s.other, s.third, s.word),
            strict=True,
        )
    )
    return feed.Feed(
        id="feed",
        prompt=s.question,
        actions=actions,
        prompt_at=2,
        pause=s.claim,
        compare=True,
        posts=posts,
    )


def _branch(s):
    ways = (
        branch.Way(text=s.question, to="second"),
        branch.Way(text=s.claim[:48], to="end"),
        branch.Way(text=s.other, to="end"),
    )
    nodes = (
        branch.Node(
            id="first",
            text=f"{s.claim} {s.claim} {s.question}",
            who=s.who,
            claim=s.claim,
            truth=False,
            technique="hot",
            picture="photo",
            choices=ways,
        ),
        branch.Node(id="second", text=f"{s.claim} {s.question}", choices=ways[1:]),
    )
    return branch.Branch(
        id="story",
        prompt=s.question,
        start="first",
        nodes=nodes,
        ends=(branch.End(id="end", title=s.question, text=f"{s.claim} {s.claim}"),),
        techniques=(branch.Technique(id="hot", name=s.other, how=s.claim),),
    )


def _quiz(s):
    answers = tuple(
        quiz.Answer(id=one, text=text)
        for one, text in zip(
            "abcd", (s.claim, s.question, s.other, s.claim), strict=True
        )
    )
    items = (
        quiz.Item(id="short", stem=f"“{s.claim}”", correct="a", why=s.question),
        quiz.Item(
            id="long",
            stem=f"“{s.claim}” {s.question}",
            correct="b",
            options=answers,
            why=s.claim,
        ),
    )
    shared = (
        quiz.Choice(id="a", text=s.word, mark="yes"),
        quiz.Choice(id="b", text=s.other, mark="no"),
    )
    return quiz.Quiz(
        id="week", booster_week=1, competency="E2", options=shared, items=items
    )


def _trace(s):
    days = (
        date(2026, 10, 12),
        date(2023, 9, 30),
        datetime(2021, 8, 7, 7, 15),  # noqa: DTZ001 - story time has no zone
        datetime(2021, 8, 7, 20, 0),  # noqa: DTZ001
    )
    copies = tuple(
        trace.Artefact(
            id="ABCD"[i],
            date=day,
            who=s.who,
            place=s.word,
            caption=s.claim,
            picture="photo",
            same=True,
        )
        for i, day in enumerate(days)
    )
    return trace.Trace(
        id="trace",
        help="guided",
        today=days[0],
        claim=s.claim,
        who=s.who,
        picture="photo",
        fits=False,
        changed=("place", "date"),
        oldest="C",
        why=f"{s.claim} {s.question}",
        unknown=s.question,
        artefacts=copies,
        questions=(trace.Task(id="q", text=s.question, lines=2, key=s.claim),),
    )


def _annotate(s):
    """Give a page whose every sentence is a place."""
    lines = [f"{i} {s.claim}" for i in range(1, 5)]
    spots = tuple(
        annotate.Spot(id=f"s{i}", span=line, label=s.other, why=s.claim)
        for i, line in enumerate(lines)
    )
    return annotate.Annotate(
        id="page",
        prompt=s.question,
        title=s.question,
        who=s.who,
        text=" ".join(lines[:2]) + "\n" + " ".join(lines[2:]),
        need=2,
        targets=spots[:2],
        decoys=spots[2:],
    )


def _roleplay(s):
    roles = tuple(
        roleplay.Role(id=f"r{i}", name=s.other, goal=s.claim, secret="never shown")
        for i in range(6)
    )
    rounds = tuple(
        roleplay.Round(id=f"o{i}", minutes=2, task=s.claim) for i in range(2)
    )
    return roleplay.Roleplay(
        id="play",
        scene=f"{s.claim} {s.claim}",
        roles=roles,
        rounds=rounds,
        safety_rule=s.claim,
        debrief=(s.claim, s.question, s.claim),
    )


def items(kind, data):
    """Say how many cards, posts, rounds, scenes or places there are to show."""
    many = {
        "rate": lambda: len(data.items),
        "sort": lambda: len(data.cards),
        "feed": lambda: len(stops(data)),
        "quiz": lambda: len(data.items),
        "trace": lambda: len(data.artefacts) + 2,
        "annotate": lambda: len(data.targets) + len(data.decoys),
        "roleplay": lambda: len(data.rounds) + 2,
    }
    return many.get(kind, lambda: 1)()


def hands(kind, data, numbers=(9, 17, 11, 4)):
    """Give counts for every question of an activity."""
    return {
        q.id: {o.id: numbers[i % len(numbers)] for i, o in enumerate(q.options)}
        for q in KINDS[kind].questions(data)
    }


def steps(kind, data):
    """Give what the class may have done so far, from nothing to all of it."""
    if kind == "branch":
        return ((), (("first", "second"),), (("first", "end"),))
    if kind == "sort":
        return ((), tuple((card.id, "b1") for card in data.cards[:5]))
    if kind == "sequence":
        return ((), tuple((c.id, str(i + 1)) for i, c in enumerate(data.cards[:3])))
    if kind == "trace":
        return ((), (("C", "1"), ("D", "2")))
    if kind == "annotate":
        return ((), (("s0", "mark"), ("s3", "mark")))
    return ((),)


def some_items(kind, data):
    """Give the first, second and last item: one with a picture is among them."""
    count = items(kind, data)
    return sorted({0, min(1, count - 1), count - 1})


def scenes(kind, data, lang):
    """Give the scenes of an activity: some items, hidden, counted, answered."""
    counts = hands(kind, data)
    base = {"kind": kind, "lang": lang, "data": data, "title": SPEECH[lang].question}
    base |= {"present": 41, "counted": 37, "left": 99, "total": 180}
    for item in some_items(kind, data):
        for placed in steps(kind, data):
            now = base | {"item": item, "placed": placed}
            yield Scene(**now)
            if counts and kind not in ("sort", "create"):
                shown = {"counts": counts, "counts_shown": True}
                yield Scene(**now, **shown)
                if kind == "poll":
                    yield Scene(**now, **shown, before=counts)
                yield Scene(**now, **shown, answer_shown=True)
            yield Scene(**now, answer_shown=True)
