"""The words that put people down, as they are shipped. Editors keep their own list in the admin.

Sources: Time to Change and Mind on words for mental health, https://www.mind.org.uk/news-campaigns/minds-media-office/
how-to-report-on-mental-health/; Samaritans' media guidelines, https://www.samaritans.org/about-samaritans/media-guidelines/;
the APA's guidelines for bias-free language, https://apastyle.apa.org/style-grammar-guidelines/bias-free-language/disability.
"""

from .matching import pairs

#: Words that put a person down, and better ones.
STIGMATISING = pairs("""
    commit suicide = die by suicide
    commits suicide = dies by suicide
    committed suicide = died by suicide
    committing suicide = dying by suicide
    completed suicide/suicides = death by suicide
    failed attempt at suicide = suicide attempt
    failed suicide = suicide attempt
    failed suicide attempt = suicide attempt
    unsuccessful suicide = suicide attempt
    successful suicide = death by suicide
    successfully killed herself/himself/themselves = died by suicide
    addict = person with an addiction
    addicts = people with an addiction
    junkie = person who uses drugs
    junkies = people who use drugs
    alcoholic = person with alcohol dependence
    alcoholics = people with alcohol dependence
    except alcoholics anonymous
    except alcoholic drink*/beverage*
    schizophrenic = person with schizophrenia
    schizophrenics = people with schizophrenia
    depressives = people with depression
    a depressive who/is/was/will/can/may/has = a person with depression
    manic depressive = person with bipolar disorder
    manic depressives = people with bipolar disorder
    except manic depressive episode*/illness/disorder
    borderlines = people with borderline personality disorder
    a borderline who/is/was/will/can/may/has = a person with borderline personality disorder
    psychotics = people with psychosis
    a psychotic who/is/was/will/can/may/has = a person with psychosis
    psychotic patient/person/man/woman = person with psychosis
    psychotic patients/people = people with psychosis
    an anorexic = a person with anorexia
    anorexics = people with anorexia
    a bulimic = a person with bulimia
    bulimics = people with bulimia
    except an anorexic/bulimic episode/mind/voice/thought*
    a narcissist = a person with narcissistic traits
    narcissists = people with narcissistic traits
    suffers from = has
    suffering from = living with
    suffer from = have
    suffered from = had
    sufferer = person with it
    sufferers = people with it
    afflicted with/by = living with
    stricken with/by = living with
    victim of depression/anxiety/schizophrenia/bipolar/psychosis = person with it
    victims of depression/anxiety/schizophrenia/bipolar/psychosis = people with it
    mentally ill people = people with a mental illness
    the mentally ill = people with a mental illness
    the mentally disturbed = people with a mental illness
    normal people = (say who is meant)
    the disabled = disabled people
    wheelchair-bound = wheelchair user
    confined to a wheelchair = uses a wheelchair
    crazy = (say what is meant)
    insane = (say what is meant)
    lunatic = (say what is meant)
    lunatics = (say what is meant)
    mental asylum = psychiatric hospital
    mentally handicapped/retarded = with a learning disability
    mentally unstable/disturbed/deranged = (say what is meant)
    suicide epidemic = rise in suicides
    loony/loonies/nutter/nutters/schizo/weirdo/weirdos = (say what is meant)
    deranged = (say what is meant)
    demented = (say what is meant)
    maniac/maniacs = (say what is meant)
    psycho = (say what is meant)
    psychos = (say what is meant)
    nutcase = (say what is meant)
    madman = (say what is meant)
    mental patient = person in psychiatric care
    mental patients = people in psychiatric care
    attention-seeking = (say what the person needs)
    abuser of drugs = person who uses drugs
    drug abuser = person who uses drugs
    drug abusers = people who use drugs
    substance abuser = person who uses substances
    clean and sober = in recovery
    broken home = (say what happened)
    damaged goods = (say what happened)
""")
