"""The months in the languages of families who write no English, as their day of birth may be copied.

Folded as all text is that is searched: a Cyrillic letter that looks like ours has become ours.
"""

from __future__ import annotations

import re

from candour.domain.leaks.folding import fold

_MONTHS = (
    "januari januara janvaris janvari tammikuuta sausio janar janaayo jannaayo januar január "
    "января январь січня януари ιανουαριου ιανουαριος يناير جنوری ژانویه জানুয়ারি জানুয়ারী जनवरी ਜਨਵਰੀ "
    "જાન્યુઆરી ינואר בינואר",
    "februari februara februaris helmikuuta vasario shkurt febraayo feebraayo február "
    "февраля февраль лютого февруари φεβρουαριου φεβρουαριος فبراير فروری فوریه ফেব্রুয়ারি ফেব্রুয়ারী फरवरी "
    "फ़रवरी ਫਰਵਰੀ ફેબ્રુઆરી פברואר בפברואר",
    "maart marts brezna maaliskuuta kovo maarso maarij machi március марта март березня μαρτιου μαρτιος "
    "مارس مارچ মার্চ मार्च ਮਾਰਚ માર્ચ מרץ במרץ",
    "aprilis aprili dubna huhtikuuta balandzio prill abriil április апреля апрель квітня април απριλιου "
    "απριλιος أبريل ابريل اپریل آوریل এপ্রিল अप्रैल ਅਪ੍ਰੈਲ એપ્રિલ אפריל באפריל",
    "mei maijs kvetna maja toukokuuta geguzes maajo május мая май травня μαιου μαιος مايو مئی মে मई ਮਈ "
    "מאי במאי",
    "junijs juna cervna kesakuuta birzelio qershor juun juunyo június июня июнь червня юни ιουνιου ιουνιος "
    "يونيو جون ژوئن জুন जून ਜੂਨ જૂન יוני ביוני",
    "julijs jula cervence heinakuuta liepos korrik luulyo julaay július июля июль липня юли ιουλιου "
    "ιουλιος يوليو جولائی ژوئیه জুলাই जुलाई ਜੁਲਾਈ જુલાઈ יולי ביולי",
    "augusti augusta augusts augustus srpna elokuuta rugpjucio gusht agoosto ogosto augusztus "
    "августа август серпня "
    "αυγουστου αυγουστος أغسطس اگست আগস্ট अगस्त ਅਗਸਤ ઑગસ્ટ אוגוסט באוגוסט",
    "septembra septembris syyskuuta rugsejo shtator sebtembar szeptember сентября сентябрь вересня "
    "септември σεπτεμβριου σεπτεμβριος سبتمبر ستمبر সেপ্টেম্বর सितंबर सितम्बर ਸਤੰਬਰ સપ્ટેમ્બર ספטמבר בספטמבר",
    "oktobra oktobris rijna lokakuuta spalio tetor oktoobar október октября октябрь жовтня октомври "
    "οκτωβριου οκτωβριος أكتوبر اکتوبر অক্টোবর अक्टूबर ਅਕਤੂਬਰ ઑક્ટોબર אוקטובר באוקטובר",
    "novembra novembris listopadu marraskuuta lapkricio nentor nofembar noofambar november ноября ноябрь "
    "листопада ноември νοεμβριου νοεμβριος نوفمبر نومبر নভেম্বর नवंबर नवम्बर ਨਵੰਬਰ નવેમ્બર נובמבר בנובמבר",
    "decembra decembris prosince joulukuuta gruodzio dhjetor disembar diseembar декабря декабрь грудня "
    "декември δεκεμβριου δεκεμβριος ديسمبر دسمبر ডিসেম্বর दिसंबर दिसम्बर ਦਸੰਬਰ ડિસેમ્બર דצמבר בדצמבר",
)
FOREIGN_MONTHS: dict[str, int] = {
    fold(cased).lower(): number
    for number, line in enumerate(_MONTHS, 1)
    for word in line.split()
    for cased in (word, word.capitalize(), word.upper())
}
IN_OTHER_LETTERS = re.compile(
    "|".join(
        sorted((re.escape(word) for word in FOREIGN_MONTHS if not word.isascii()), key=len, reverse=True)
    )
)
