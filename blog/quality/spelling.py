"""Words that British and American English write in two ways."""

from .words import pairs

#: Words that are written in two ways: British, American. A word of the first list is never one of the second.
SPELLINGS = pairs("""
    counselling = counseling
    counsellor = counselor
    counsellors = counselors
    counselled = counseled
    behaviour = behavior
    behaviours = behaviors
    behavioural = behavioral
    colour = color
    colours = colors
    favour = favor
    favourite = favorite
    favourites = favorites
    honour = honor
    humour = humor
    labour = labor
    neighbour = neighbor
    neighbours = neighbors
    rumour = rumor
    endeavour = endeavor
    centre = center
    centres = centers
    centred = centered
    fibre = fiber
    litre = liter
    metre = meter
    theatre = theater
    defence = defense
    offence = offense
    pretence = pretense
    licence = license
    organise = organize
    organised = organized
    organising = organizing
    organisation = organization
    organisations = organizations
    recognise = recognize
    recognised = recognized
    recognises = recognizes
    recognising = recognizing
    realise = realize
    realised = realized
    realises = realizes
    realising = realizing
    apologise = apologize
    apologised = apologized
    apologising = apologizing
    minimise = minimize
    minimising = minimizing
    prioritise = prioritize
    prioritising = prioritizing
    emphasise = emphasize
    criticise = criticize
    criticised = criticized
    criticising = criticizing
    normalise = normalize
    normalising = normalizing
    stabilise = stabilize
    specialise = specialize
    specialises = specializes
    specialised = specialized
    specialising = specializing
    summarise = summarize
    sympathise = sympathize
    empathise = empathize
    traumatised = traumatized
    stigmatise = stigmatize
    stigmatised = stigmatized
    catastrophise = catastrophize
    catastrophising = catastrophizing
    generalised = generalized
    personalised = personalized
    analyse = analyze
    analysed = analyzed
    analysing = analyzing
    paralysed = paralyzed
    learnt = learned
    burnt = burned
    dreamt = dreamed
    spelt = spelled
    travelling = traveling
    travelled = traveled
    cancelled = canceled
    labelled = labeled
    labelling = labeling
    modelling = modeling
    signalling = signaling
    marvellous = marvelous
    jewellery = jewelry
    fulfil = fulfill
    fulfilment = fulfillment
    enrol = enroll
    enrolment = enrollment
    skilful = skillful
    wilful = willful
    instalment = installment
    grey = gray
    programme = program
    programmes = programs
    mum = mom
    mums = moms
    paediatric = pediatric
    paediatrician = pediatrician
    anaesthetic = anesthetic
    oestrogen = estrogen
    haemorrhage = hemorrhage
    manoeuvre = maneuver
    ageing = aging
    cheque = check
    tyre = tire
    kerb = curb
    practising = practicing
    practised = practiced
    wellbeing = well-being
    judgement = judgment
    sceptical = skeptical
    mould = mold
    plough = plow
    pyjamas = pajamas
    whilst = while
    amongst = among
    towards = toward
""")
#: Of the pairs above those that many write either way, or that mean something else too: no sign of the other English.
EITHER_WAY = frozenset(
    "program programs check tire curb meter license learned burned dreamed spelled while among towards toward "
    "wellbeing "
    "well-being judgement judgment ageing aging grey gray practicing practiced mold fulfil fulfill organize organized "
    "organizing organization organizations recognize recognized recognizes recognizing realize realized realizes "
    "realizing apologize apologized apologizing minimize minimizing prioritize prioritizing emphasize criticize "
    "criticized criticizing normalize normalizing stabilize specialize specializes specialized specializing summarize "
    "sympathize empathize traumatized stigmatize stigmatized catastrophize catastrophizing "
    "generalized personalized".split()
)
