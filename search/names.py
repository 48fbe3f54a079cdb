"""Common given names of the United Kingdom and the United States, so that a search for a person is not counted.

Names that are also words people search for here (Grace, Hope, Joy, Faith, Will, Mark, Rose, Dawn, Frank, May) are left
out: a name that stands with a capital is recognised without the list.
"""

GIVEN_NAMES = frozenset(
    """
    aaron abigail adam adrian ahmed aidan aisha alan albert alex alexander alexandra alfie alice alison amanda amber
    amelia amy ana andrea andrew angela anita ann anna anne anthony antonio archie arthur asha ashley ava barbara
    barry beatrice becky ben benjamin bethany beverley bilal brandon brenda brian bridget bruce callum cameron carl
    carlos carol caroline catherine chantelle charles charlie charlotte chelsea chloe chris christian christina
    christine christopher claire clara colin connor craig daisy daniel danielle darren dave david dean deborah debra
    denise dennis derek diana diane diego dominic donald donna dorothy douglas dylan edward eileen elaine eleanor
    elena elijah elizabeth ella ellen ellie emily emma eric erin ethan eva evan evelyn evie fatima fiona florence
    frances francesca freddie freya gareth gary gavin gemma geoffrey george georgia georgina gerald gillian gina
    glenn gloria gordon graham greg gregory hannah harold harriet harrison harry hassan hayley heather heidi helen
    henry holly howard hugh ian ibrahim irene isaac isabel isabella isabelle isla ivan jack jackie jackson jacob
    jacqueline jade jake james jamie jan jane janet janice jason javier jay jayden jean jeff jeffrey jenna jennifer
    jenny jeremy jessica jill jim joan joanna joanne joe joel john jonathan jordan jorge jose joseph joshua joyce
    juan judith judy julia julian julie justin kaitlyn karen karl kate katherine kathleen kathryn katie kayla keith
    kelly ken kenneth kerry kevin khadija kieran kim kimberly kirsty kyle kylie larry laura lauren lawrence layla
    leah leanne lee leo leon lesley leslie lewis liam lillian lily linda lisa logan lola lorraine louis louise luca
    lucas lucy luis luke lydia lynn madison malcolm marcus margaret maria marie marilyn mario martha martin mary
    maryam mason mathew matilda matthew maureen maxwell megan melanie melissa mia michael michelle miguel mike
    millie miriam mohamed mohammad mohammed moira molly monica muhammad myra nadia nancy naomi natalie nathan neil
    nicholas nicola nicole nigel nina noah nora norma olga oliver olivia omar oscar owen pablo pamela patricia
    patrick paul paula pauline pedro peggy penelope pete peter philip phillip phoebe phyllis polly priya rachael
    rachel raj rajesh ralph ravi raymond rebecca reece reggie rhys ricardo richard riley rita robert roberta robin
    roger roland ronald rory rosemary rosie ross roy russell ruth ryan sabrina sally sam samantha samira samuel
    sandra sara sarah saul scarlett scott sean sebastian sergio shane shannon sharon shaun sheila shirley sian simon
    sofia sophia sophie stacey stanley stella stephanie stephen steve steven stuart sue susan suzanne sylvia tamara
    tanya tara taylor ted teresa terry thelma theo theodore theresa thomas tim timothy tina toby todd tom tommy tony
    tracey tracy trevor tyler valerie vanessa vera veronica vicky victor victoria vincent virginia vivian walter
    wayne wendy willow wilson yasmin yusuf yvonne zachary zainab zara zoe
    """.split()
)
