"""What codes are called: those of the code lists by the lists' own names, the law's own ones here."""

from baken.foundation.codelists import codelist

LISTS = {
    "residence_ground": "residence_ground",
    "family_of": "family_member_of",
    "sex": "sex",
    "literacy": "literacy",
    "suspension_ground": "suspension_reason",
    "postponement_ground": "postponement_reason",
    "exemption_ground": "duty_exemption",
    "infringement_kind": "infringement_kind",
    "fee_item": "fee_item",
    "fee_ground": "fee_waiver",
    "target_group": "target_group",
    "mo_decision": "mo_decision",
    "nt2_level": "cefr",
    "nt2_track": "nt2_advice",
}
"""Of which code list a fact's or a rule's codes are."""
OWN = {
    "none": ("geen", "none"),
    "not_applicable": ("niet van toepassing", "not applicable"),
    "belgian": ("Belg", "Belgian"),
    "eu_plus": ("burger van de EU+", "EU+ citizen"),
    "third_country": ("derdelander", "third-country national"),
    "flanders": ("Vlaams Gewest", "Flemish Region"),
    "brussels": ("Brussels Hoofdstedelijk Gewest", "Brussels-Capital Region"),
    "wallonia": ("Waals Gewest", "Walloon Region"),
    "elsewhere": ("elders", "elsewhere"),
    "nursery": ("kleuteronderwijs", "nursery school"),
    "primary": ("lager onderwijs", "primary school"),
    "secondary": ("secundair onderwijs", "secondary school"),
    "b1_test": ("test B1", "B1 test"),
    "b1_oral": ("B1 mondeling", "B1 oral"),
    "low": ("laag", "low"),
    "middle": ("midden", "middle"),
    "high": ("hoog", "high"),
    "flemish_service": ("Vlaamse dienst of voorziening", "Flemish service"),
    "local_authority": ("lokaal bestuur", "local authority"),
    "private_person": ("privépersoon", "private person"),
    "lawyer": ("advocaat", "lawyer"),
    "telephone": ("telefoon", "telephone"),
    "mail": ("e-mail", "mail"),
    "agency": ("agentschap", "agency"),
    "user_authority": ("gebruikersoverheid", "user authority"),
    "client": ("anderstalige zelf", "the speaker of another language"),
    "carried_out": ("uitgevoerd", "carried out"),
    "cancelled": ("geannuleerd", "cancelled"),
    "not_answered": ("niet ingevuld", "not answered"),
    "pending": ("in behandeling", "pending"),
    "info_session": ("infosessie", "information session"),
    "entry_test": ("instaptest", "entry test"),
    "module_1": ("module 1", "module 1"),
    "remedial_module": ("remediëringsmodule", "remedial module"),
    "module_2": ("module 2", "module 2"),
    "certification_test": ("certificeringsproef", "certification test"),
    "certified": ("gecertificeerd", "certified"),
    "care_premium": ("lagere zorgpremie", "lower care premium"),
    "care_budget_heavy": ("zorgbudget voor zwaar zorgbehoevenden", "care budget for heavily dependent persons"),
    "care_budget_elderly": ("zorgbudget voor ouderen met een zorgnood", "care budget for the elderly"),
    "elderly_care_priority": ("voorrang in de residentiële ouderenzorg", "priority in residential elderly care"),
    "met": ("vervuld", "met"),
    "not_met": ("niet vervuld", "not met"),
    "certificate": ("inburgeringsattest", "civic integration certificate"),
    "efforts_declared": ("verklaring van geleverde inspanningen", "declaration of efforts"),
    "regular_participation": ("bewijs van regelmatige deelname", "proof of regular participation"),
    "in_programme": ("traject begonnen", "programme begun"),
    "no_contract": ("geen contract", "no contract"),
}
"""The law's own codes: (Dutch, English)."""


def code_name(name: str, code: str, language: str) -> str:
    """The name of a fact's, rule's or parameter's code in `nl` or `en`; without one, the code itself."""
    if name in LISTS and code in codelist(LISTS[name]):
        return codelist(LISTS[name]).label(code, language)
    return OWN[code][("nl", "en").index(language)] if code in OWN else code
