"""Names of real and made-up companies and products: honest ones pass, those that deceive do not.

Each list is one line of names apart by two spaces; each name is tried as that of a partner and as
that of an application, in a catalog for Microsoft Entra ID with the vocabulary of this repository.
"""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from catalog_tool.loader.scope import Scope
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.pipeline import check
from catalog_tool.text.ordering import slug
from tests.checking import VOCABULARY, entry_text, written

PLATFORM = "Microsoft Entra ID"
KNOWN = (Path(__file__).parents[3] / VOCABULARY).read_text(encoding="utf-8")

HONEST = """
Aquera  IDMWORKS  UNIFY Solutions  Ping Identity  SAP SE  Frontier Software  Zoho Corp.  X  Q2  O2
Salesforce.com, Inc.  Booking.com  Monday.com  amazon.de  lastminute.com  [24]7.ai  Ask.fm  X.com
Node.js  ASP.NET Core  Visma | Raet  Mail.Ru Group  Amazon.com Services LLC  Contoso & Co.KG
Contoso Pty.Ltd  St.Gallen Kantonalbank  Draw.io Cloud  U.S. Bank  Contoso e.V.  Version 2.1
Contoso for Node.js  Contoso VB.NET  B.Braun
Contoso for Monday.com  Contoso für Booking.com  Contoso & Monday.com  booking.com Inc.
Monday.com Sync  Contoso for Salesforce.com and Booking.com
Yahoo!  E*TRADE  C++  C#  .NET  ASP.NET  AT&T  1&1  3M  37signals  7-Eleven  8x8  1Password  4me
@stake  Guess?  Toys"R"Us  Moody's  O'Reilly Media  Trader Joe's  H&M  P&G  A+E Networks  d&b audio
Kühne + Nagel  I/O Software  (Untitled) Software  0patch  Lumen 21  hello_world labs  Rolls-Royce
T-Mobile  Nullsoft  Null Island Ltd  Noname Security  None of Your Business e.V.  Undefined Labs
Microsoftware GmbH  Entra Solutions  Identity for Microsoft Entra ID  Connect with Microsoft Entra
Trusted Advisors  Officium GmbH  Certus  Approvia  Verity Systems  Contoso™  Contoso® Identity
Ørsted  Nestlé  Škoda  L'Oréal  Dr. Oetker  Müller & Söhne KG  Straße & Co.  Citroën  Cœur Défense
Crédit Agricole S.A.  Ñandú S.A.  São Paulo Tecnologia  Ålandsbanken  Ærø Kommune  A/S Storebælt
Þjóðskrá Íslands  Oy Karl Fazer Ab  Łódź Software  Kraków IT  Žluťoučký kůň s.r.o.  Ľudová banka
Ștefan cel Mare  Ħal Qormi Bank  Türkiye İş Bankası  Çelik A.Ş.  Việt Nam Airlines  Đồng Tháp Ltd
Hawaiʻi Electric  Ngāti Toa  Te Rūnanga o Ngāi Tahu  K'ómoks  Sk̲wx̲wú7mesh Nation  ǃKung Trust
µTorrent  μTorrent  B²  CO₂ Neutral GmbH  Sony №1  Año 1º Ltda
ООО «Ромашка»  ООО «1С-Софт»  Сбербанк  Яндекс  ДжиЭс  Ελληνική Τράπεζα  ΔΕΗ Α.Ε.  Հայաստան Բանկ
საქართველოს ბანკი  בנק הפועלים  טבע בע״מ  בנק SAP  بنك الراجحي  شركة SAP العربية  الـSAP
टाटा कंसल्टेंसी  இந்தியன் வங்கி  রবি আজিয়াটা  ተባባሪ ባንክ  ខ្មែរ ធនាគារ  บริษัท ปตท. จำกัด (มหาชน)
ธนาคารSCB  株式会社日立製作所  株式会社NTTデータ  NECソリューションイノベータ  富士通Japan株式会社
三菱UFJ銀行  カタカナーA  日々サービス  한국전력공사  삼성SDS
LG유플러스  中国工商银行  ٣٤م٥م  华为技术有限公司  华  Ö
"""

DECEIVING = {
    "mixed-alphabets": "Аquera  IBМ  Micrоsoft  G๐๐gle  Ꮇicro  αcme  TΞSLA  KoЯn  ОАОΣ  Сбеpбанк  "
    "ոame  Micrاsoft  A١B  Ⲥontoso  T\u0307\u0435st",
    "stacked-marks": "Z\u0338\u0322alg\u0335o  C\u0301\u0302\u0303\u0304ontoso  ก็็็็  s\u0336x  "
    "a\u20ddbc  x\u0300\u0300y",
    "styled-name": "Ｃｏｎｔｏｓｏ  𝐂𝐨𝐧𝐭𝐨𝐬𝐨  𝒞𝑜𝓃  ⒸⓄⓃ  ᴄᴏɴᴛᴏsᴏ  ᶜᵒⁿᵗᵒˢᵒ  🅲🅾🅽  ℂontoso  Oﬃce  "
    "Ⅳ Systems  🄲🄾🄽  ３６５ Software",
    "claimed-approval": "Official Contoso  Contoso (verified)  VERIFIED Contoso  "
    "ContosoVerified  0fficial Contoso  V e r i f i e d Contoso  Veri-fied Contoso  "
    "Contoso Certified  Contoso - Approved Partner  The Recommended One  Contoso Gold Partner  "
    "Authorised Contoso  ✓ Contoso  Contoso ✔  Contoso ⭐  ★ Contoso  🏆 Contoso  Contoso ✅  "
    "Microsoft  Microsoft Corp.  The Microsoft Team  Micro-Soft Identity  M i c r o s o f t  "
    "MicrosoftEntra  M1cr0soft  Rnicrosoft  Contoso Microsoft Entra ID  Entra ID Gateway  "
    "Sold by Microsoft  МІСRОSОFТ",
    "unusable-name": "null  NULL  none  undefined  NaN  https://contoso.com  www.contoso.com  "
    "sales@contoso.com  **Contoso**  __Contoso__  *Contoso*  `Contoso`  # Contoso  > Contoso  "
    "[Contoso](https://contoso.com)  ![](x)  <b>Contoso</b>  <img src=x>  Contoso<br>  "
    "Con&shy;toso  Contoso&#8203;  ~~Contoso~~  - Contoso  "
    "Contoso www.fabrikam.com  Contoso (www.fabrikam.com)  Contoso https://fabrikam.com/a  "
    "Contoso: sales@fabrikam.com  Contoso (sales@fabrikam.com)  Contoso|WWW.Fabrikam.com  "
    "{{ name }}  {% name %}  ${NAME}",
    "host-in-name": "Contoso (contoso.com)  Contoso contoso.com  Contoso | contoso.co.uk  "
    "Contoso - Contoso.io  mail.contoso.com  shop.contoso.co.uk Store  Contoso (müller.de)  "
    "Contoso, contoso.com, Inc.  Contoso/contoso.com  contoso.com Contoso  Contoso.com Contoso  "
    "contoso.com Gateway  Contoso for shop.monday.com.au  Contoso for monday.com  "
    "Contoso Contoso.io  Contoso (Fabrikam.com)  Contoso for Contoso.com  "
    "Contoso for mail.Fabrikam.com",
    "empty-value": "...  !!!  🚀  ***  —",
    "invalid-value": 'two\\nlines  " leading"  "trailing "',
    "hidden-character": "Con\u00adtoso  Con\u200btoso  Con\u00a0toso  \u202eosotnoC  Con\u3164toso",
    "placeholder-text": "TBD  N/A  TODO  Company name",
}
ONLY_PARTNERS = {"claimed-approval"}


def names(line: str) -> list[str]:
    return [name.strip('"').replace("\\n", "\n") for name in re.split(r"  +|\n", line) if name]


@cache
def found_for(name: str, *, as_application: bool) -> tuple[Diagnostic, ...]:
    quoted = json.dumps(name, ensure_ascii=False)
    identifier = "contoso" if as_application else slug(name) or "some-name"
    part = f"applications:\n  - {quoted}\n" if as_application else f"name: {quoted}\n"
    path = f"partners/{identifier}.yaml"
    with written({path: entry_text(part, identifier), VOCABULARY: KNOWN}) as settings:
        named = settings.model_copy(update={"platform": PLATFORM})
        found = check(named, Scope(frozenset({path}))).diagnostics
    return tuple(one for one in found if one.name not in {"key-order", "gallery-application"})


@pytest.mark.parametrize("name", names(HONEST))
def test_an_honest_name_passes_every_rule(name: str) -> None:
    assert found_for(name, as_application=False) == ()
    assert found_for(name, as_application=True) == ()


@pytest.mark.parametrize(
    ("rule", "name"), [(rule, name) for rule, line in DECEIVING.items() for name in names(line)]
)
def test_a_deceiving_name_is_refused(rule: str, name: str) -> None:
    as_partner = found_for(name, as_application=False)
    assert rule in {one.name for one in as_partner if one.severity == "error"}
    assert next(one.line for one in as_partner if one.name == rule) == 1
    if rule not in ONLY_PARTNERS:
        as_application = found_for(name, as_application=True)
        assert rule in {one.name for one in as_application}


def test_there_are_many_honest_names() -> None:
    assert len(names(HONEST)) >= 120


@pytest.mark.parametrize("name", ["404", "2024 . 1", "true", "FALSE", "test", "Name", "unknown"])
def test_applications_can_have_names_that_partners_cannot(name: str) -> None:
    assert "unusable-name" in {one.name for one in found_for(name, as_application=False)}
    assert found_for(name, as_application=True) == ()
