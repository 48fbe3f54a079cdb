"""The words that call for urgent help, as they are shipped. Editors keep their own lists in the admin."""

from .matching import lines

#: What an article may not speak of without saying where help is to be had at once.
RISKS = lines("""
    suicid*
    self-harm*
    self harm*
    self-injur*
    self injur*
    self-inflicted
    harm*/hurt*/cut*/burn*/kill*/injur* myself/yourself/yourselves/themself/themselves/herself/himself
    except cut*/burn* myself/yourself/themselves/herself/himself off/out/free/loose/short/some/down/back
    cut*/burn* my/your/their/her/his arm*/leg*/wrist*/skin/bod*
    end*/tak*/took my/your/their/her/his/our own life/lives
    end*/took my/your/their/her/his/our life/lives
    except took my/your/their/her/his/our life/lives seriously/in/into/as/back/for
    end/ending it all
    want*/wish* ~ to die
    want*/wish* ~ to be dead
    want*/wish* ~ were/was dead
    better off dead
    better off without me
    better off if ~ were/was gone/dead/died
    never wake up
    go/going on living
    slit* my/your/their/her/his wrist*
    jump* off/from/in ~ bridge/roof/building/window/train
    threat* to kill/hurt/harm
    kill me/you/us/him/her
    don't/didn't/doesn't want to live/exist
    don't/didn't/doesn't want to be alive/here
    not being/be here/alive any more/longer
    not being/be here/alive anymore
    no reason/point to live
    no reason/point in living
    not worth living
    never been born
    overdos*
    too many pills/tablets
    handful of pills/tablets
    domestic abuse/violence
    sexual/emotional/physical/child abuse
    sexual assault/violence
    sexually assault*
    abuse
    abuses
    abused
    abuser*
    abusing
    except abuse of power/trust/position/authority
    abusive
    molest*
    incest
    coercive control
    slaps/kicks/punches/strangles/chokes me/her/him/them/us
    rape
    raped
    rapist*
    forced/forces me/you/her/him/them to have/into ~ sex
    touched/touches me/her/him/them where/there
    partner/husband/wife/boyfriend/girlfriend ~ hit/hits/beat/beats/punch*/strangle* me/you/her/him/them/us
    father/mother/dad/mum/mom/parent/parents ~ hit/hits/beat/beats/punch* me/you/her/him/them/us
    hit/beaten/punched/strangled by ~ partner/husband/wife/boyfriend/girlfriend
    hit/beaten by ~ father/mother/dad/mum/mom/parent/parents
    afraid of my/your/their/her/his partner/husband/wife/boyfriend/girlfriend/father/mother
    eating disorder*
    anorexi*
    bulimi*
    bing* and purg*
    starv* myself/yourself/themselves/herself/himself
    throw*/threw up after
    mak*/made myself/yourself/themselves/herself/himself ~ sick/vomit
    psychosis
    psychotic
    hear*/hearing voices
""")

#: What may bring somebody to read who is not safe, though it is no danger itself.
SENSITIVE = lines("""
    trauma*
    neglect*
    hopelessness
    hopeless
    panic attack*
    addiction*
    bereave*
    betrayal
    depress*
    violence
""")
