#include "pack/checks/language_words.h"

#include <array>
#include <memory>

#include "base/localized.h"

namespace candor::pack {
namespace {

struct Lists {
    std::string_view language, promises, durable, negations, empty_negations, harms, benefits,
        limits, ordinal_before, bases, studies, effects, clinics, aims, people, times, visits,
        hairs, areas, other_hairs;
};

constexpr Lists kEnglish{
    "en",
    // promises
    "guarantee*|cure|cures|cured|curing|forever|painless*|miracle*|miraculous*|natural|naturally|"
    "no pain|without pain|without any pain|pain free|no risk|no risks|risk free|riskless|"
    "without risk|without any risk|no side effects|no side effect|without side effects|"
    "completely safe|totally safe|perfectly safe|always safe|100 percent|proven to work|"
    "always works|works for everyone|works for all|works every time|instant|instantly|"
    "breakthrough*|revolutionary|magic|magical|perfect result*|life changing|best treatment|say "
    "goodbye to|"
    "never fails",
    // durable
    "permanent|permanently|lifelong|for life",
    // negations
    "no|not|never|none|nobody|nothing|neither|nor|cannot|cant|wont|dont|doesnt|didnt|isnt|arent|"
    "wasnt|werent|without|hardly|unlikely|beware|wary|careful|myth|untrue|false",
    // empty negations
    "not only|not just|no doubt|without doubt|without a doubt|no wonder|no matter|why not|"
    "nothing but|nothing less than",
    // harms
    "loss|lose|losing|scar*|damage*|harm*|bald*|blind*|risk*|destroy*|injur*|side effect*",
    // benefits
    "help*|gain*|more hair|more hairs|denser|thicker|regrow*|improve*|better|benefit*|works|"
    "effective|good side|lasting|grow back|grows back|heal*|fuller",
    // limits
    "not|no|none|cannot|never|risk*|harm*|side effect*|side effects|pain|painful|infection*|"
    "scar*|bleed*|swelling|redness|headache*|few|small|smaller|fade*|lost|unclear|unknown|"
    "limit*|warn*|danger*|tumour*|blindness|more than one|cost*|mixed|careful|weak|vary|varies|"
    "thin proof|bad side|less|larger studies",
    // before a number
    "step|steps|page|part|chapter|phase|stage|stages|question|type|grade|figure|table|call|dial",
    // bases
    "of|out of|people|women|men|patients|adults|children|persons|participants|those|them|"
    "studies|trials|papers|hairs",
    // studies
    "study|studies|paper|papers|trial|trials|review|reviews|report|reports",
    // effects
    "help|helps|helping|regrow*|improve*|thicker|denser|fuller|more hair|more hairs|"
    "gain hair|gains hair|effective|works|benefit*|heal|heals|healed|healing|"
    "grow back|grows back|restore*|stronger|slows|stops",
    // clinics
    "clinic|clinics",
    // aims
    "aim|aims|aimed|goal*|hope*|meant|intend*|idea|want|wants|wanted|try|tries|claim*",
    // whom a share counts
    "people|person|persons|woman|women|man|men|patient*|adult*|child|children|participant*|"
    "volunteer*|those|girl*|boy*",
    // how long
    "second*|minute*|hour*|day|days|daily|week*|month*|year*|age|aged|ages|lifetime|decade*",
    // visits
    "visit*|session*",
    // hairs counted
    "hairs|more hairs|extra hairs|new hairs|fewer hairs|additional hairs|terminal hairs|"
    "thick hairs|more thick hairs|more terminal hairs",
    // areas
    "square|cm|cm2|centimetre*|centimeter*|inch*",
    // hairs without an area
    "a day|per day|each day|every day|daily|graft*|unit|units|root|roots|whole head|"
    "on the head|on your head|100 hairs|for every"};

constexpr Lists kTurkish{
    "tr",
    "garanti*|kesin sonuç*|kesin çözüm*|kesin tedavi*|mucize*|ağrısız*|acısız*|risksiz*|"
    "yan etkisiz*|yan etkisi yok*|sonsuza dek|sonsuza kadar|ömür boyu|tamamen güvenli*|"
    "tümüyle güvenli*|kesinlikle güvenli*|yüzde yüz|doğal sonuç*|doğal görünüm*|doğal yöntem*|"
    "tamamen doğal*|sihirli|devrim niteliğinde|herkeste işe yara*|her zaman işe yara*|şifa*|"
    "tamamen iyileş*|en iyi tedavi*|anında sonuç*|hemen sonuç*|kökten çöz*",
    "kalıcı|kalıcıdır|kalıcı olarak",
    "değil*|yok|yoktur|hiç|hiçbir|hiçbiri|kimse|asla|olmaz|*maz|*mez|*mazlar|*mezler|*mıyor|"
    "*miyor|*muyor|*müyor|*madı|*medi|*mayan|*meyen|*madan|*meden|*mamış|*memiş|*mıyoruz|"
    "*miyoruz|*mayız|*meyiz|*mam|*mem|*masın|*mesin|*mayın|*meyin|dikkat*|yanlış*|*amıyor|*emiyor",
    "yalnızca değil|sadece değil|şüphesiz|hiç şüphe*|hiç kuşku*",
    "kayb*|kayıp*|iz|izi|izler*|hasar*|zarar*|kel*|dökül*|risk*|yan etki*|körlük*",
    "yardım*|fayda*|kazan*|daha çok saç*|daha fazla saç*|sıklaş*|kalınlaş*|iyileş*|daha iyi|"
    "işe yara*|etkili|çıktı|uza*|gür*|artış*|arttı*",
    "değil*|yok|yoktur|hiç|hiçbir|kimse|*maz|*mez|*madı|*medi|*mıyor|*miyor|*mayabilir|"
    "*meyebilir|risk*|zarar*|yan etki*|ağrı*|enfeksiyon*|iz*|kanama*|şiş*|kızarıklık*|baş ağrısı*|"
    "az|küçük*|azal*|kaybet*|bilin*|sınır*|uyar*|tehlike*|tümör*|körlük*|birden fazla|maliyet*|"
    "karışık*|dikkat*|zayıf*|değiş*",
    "adım*|sayfa*|bölüm*|evre*|soru*|tip*|derece*|şekil|tablo",
    "kişi*|kadın*|erkek*|hasta*|insan*|katılımcı*|çocuk*|yetişkin*|çalışma*|makale*|deneme*",
    "çalışma*|makale*|deneme*|araştırma*|derleme*|yayın*",
    "yardım*|fayda*|yarar|yararı|yararlı*|daha çok saç*|daha fazla saç*|sıklaş*|kalınlaş*|"
    "iyileş*|güçlen*|işe yara*|etkili*|gürleş*|artır*|durdur*|yavaşlat*",
    "klinikler*|kliniğ*|klinikte|klinikten",
    "amaç*|amac*|hedef*|umut*|umul*|umud*|isten*|ister*|iddia*",
    "kişi*|kadın*|erkek*|erkeğ*|hasta*|insan*|katılımcı*|çocuk*|çocuğ*|yetişkin*|gönüllü*|"
    "birey*",
    "saniye*|dakika*|saat*|gün*|hafta*|ay|ayda|aya|aylık|ayın|ayı|ayında|aydan|aylar*|yıl*|"
    "yaş*|ömür|ömür*",
    "seans*|ziyaret*|randevu*",
    "saç*|daha fazla saç*|daha çok saç*|fazla saç*|yeni saç*|adet saç*|kıl*|tel|teli|tel saç*",
    "santimetrekare*|santimetre*|cm|cm2|kare*",
    "günde|her gün|günlük|greft*|birim*|kök|kökü|köklük|100 saç*|her 100|başta|kafada"};

constexpr Lists kArabic{
    "ar",
    "مضمون|مضمونة|مضمونه|ضمان*|نضمن|يضمن|أضمن|علاج نهائي|حل نهائي|شفاء تام|الشفاء التام|يشفي|"
    "معجزة|معجز*|بدون ألم|بلا ألم|دون ألم|غير مؤلم*|بدون مخاطر|بلا مخاطر|دون مخاطر|آمن تماما|"
    "آمنة تماما|للأبد|إلى الأبد|مدى الحياة|نتيجة طبيعية|نتائج طبيعية|مظهر طبيعي|مئة بالمئة|"
    "مائة بالمائة|سحري*|ثوري*|بدون آثار جانبية|بلا آثار جانبية|دون آثار جانبية|أفضل علاج|"
    "ينجح دائما|يناسب الجميع",
    "دائم|دائمة|نهائيا",
    "لا|ليس|ليست|ليسوا|لن|لم|غير|بدون|دون|بلا|عدم|أبدا|لست|ما من|احذر|احذروا|حذار|خطأ",
    "ليس فقط|لا شك|بلا شك|دون شك",
    "فقدان|فقد|تساقط|صلع|ندب*|ضرر*|أضرار|تلف|خطر|مخاطر|عمى",
    "يساعد*|تساعد*|مساعد*|فائدة|فوائد|يحسن|تحسن*|أفضل|زيادة|زاد*|كثافة|أكثف|ينمو|نمو|شفاء|فعال*",
    "لا|ليس|ليست|لن|لم|غير|دون|بدون|خطر|مخاطر|ضرر|أضرار|ألم|عدوى|ندب*|ندوب|نزف*|نزيف|تورم|احمرار|"
    "صداع|قليل*|صغير*|يتلاشى|تتلاشى|فقد*|مجهول|حدود|حذر*|تحذر*|تحذير*|خطير*|أورام|عمى|تكلفة|متفاوت*"
    "|ضعيف*|"
    "أقل|آثار جانبية|يختلف|تختلف",
    "خطوة|الخطوة|صفحة|مرحلة|المرحلة|سؤال|درجة|جدول|نوع",
    "من|بين|شخص*|أشخاص|نساء|امرأة|رجال|رجل*|مرضى|مريض*|مشارك*|دراسات|دراسة|تجارب|أوراق",
    "دراسة|دراسات|تجربة|تجارب|بحث|أبحاث|ورقة|أوراق|مراجعة",
    "يساعد*|تساعد*|مساعد*|يفيد*|تفيد*|فائدة|فوائد|يحسن*|تحسن*|تحسين*|أكثف|ينمو من جديد|فعال*|"
    "يقوي|تقوي|شفاء|يزيد|تزيد|يوقف|توقف|يبطئ",
    "عيادة|عيادات|عيادت*",
    "هدف*|يهدف|تهدف|أمل|نأمل|يؤمل|مأمول*|غاية|محاول*|يراد|يزعم*",
    "شخص*|أشخاص|نساء|امرأ*|مرأة|سيدة|سيدات|رجال|رجل*|مرضى|مريض*|مشارك*|بالغ*|طفل*|أطفال|"
    "متطوع*|ناس|منهم|منهن",
    "ثانية|ثوان*|دقيق*|ساع*|يوم*|أيام|أسبوع*|أسابيع|شهر*|أشهر|شهور|سن|سنة|سنتين|سنوات|سنين|"
    "عام|عاما|عامين|أعوام|عمر*",
    "جلس*|زيار*",
    "شعرة|شعرات|شعيرة|شعيرات|شعر",
    "سنتيمتر*|سنتمتر*|سم|سم2|مربع*",
    "يوميا|يوم|طعم*|طعوم|وحدة|وحدات|بصيل*|جذر|لكل 100|100 شعرة|رأس*"};

constexpr Lists kGerman{
    "de",
    "garanti*|geheilt|heilmittel|heilt|wunder|wundermittel|wunderbar wirksam|für immer|"
    "schmerzfrei*|schmerzlos*|risikofrei*|risikolos*|ohne risiko|ohne risiken|ohne schmerz|"
    "ohne schmerzen|keine schmerzen|kein risiko|keine risiken|keine nebenwirkungen|"
    "ohne nebenwirkungen|ohne nebenwirkung|nebenwirkungsfrei*|völlig sicher|absolut sicher|"
    "vollkommen sicher|hundertprozentig*|100 prozent|revolutionär*|bahnbrechend*|wirkt immer|"
    "wirkt bei allen|natürliche ergebniss*|natürliches ergebnis|natürliches aussehen|rein "
    "natürlich|"
    "sofort sichtbar|beste behandlung",
    "dauerhaft*|permanent*|endgültig*|lebenslang*",
    "nicht|kein*|nie|niemals|niemand*|nichts|weder|ohne|kaum|nirgends|vorsicht|vorsichtig|falsch*|"
    "statt",
    "nicht nur|ohne zweifel|kein wunder|nicht zuletzt|zweifellos",
    "verlust*|haarausfall|haarverlust|narbe*|schad*|schäd*|kahl*|blind*|erblind*|risik*|zerstör*|"
    "nebenwirkung*",
    "hilf*|helfen*|geholfen|gewinn*|gewann*|zuwachs|mehr haar*|dichter*|dicker*|nachwachs*|"
    "wächst nach|wachsen nach|besser*|verbesser*|nutzen*|nützt|wirkt|wirksam*|vorteil*|heil*|"
    "gute seite|voller",
    "nicht|kein*|nie|niemand*|ohne|risik*|schad*|schäd*|nebenwirkung*|schmerz*|infektion*|narbe*|"
    "blut*|schwell*|rötung*|kopfschmerz*|wenig*|klein*|nachlass*|lässt nach|lassen nach|verlor*|"
    "verlier*|unklar*|unbekannt*|grenze*|warn*|gefahr*|gefähr*|tumor*|erblind*|mehr als ein*|"
    "kosten|kostet|gemischt*|vorsicht*|schwach*|schwäch*|unterschied*|schlechte seite",
    "schritt|seite|teil|kapitel|phase|stadium|stufe|frage|typ|grad|abbildung|tabelle",
    "von|der|aller|personen|menschen|frauen|männer*|patient*|erwachsene*|kinder*|teilnehm*|studien|"
    "arbeiten",
    "studie|studien|arbeit|arbeiten|untersuchung*|übersicht*|bericht*|versuch*",
    "hilft|helfen|geholfen|verbesser*|dichter*|dicker*|mehr haar*|wirkt|wirken|wirksam*|"
    "heilt|heilen|geheilt|heilung*|wächst nach|wachsen nach|nachwachs*|voller|vorteil*|"
    "stärkt|kräftigt|stoppt|bremst",
    "klinik|kliniken",
    "ziel|ziele|soll|sollen|hoff*|möchte*|gedacht|idee|erhofft*|behaupt*",
    "person*|mensch*|frau*|mann|männer*|patient*|erwachsene*|kind|kinder*|teilnehm*|"
    "betroffene*|proband*|leute*|freiwillig*",
    "sekunde*|minute*|stunde*|tag|tage*|täglich*|woche*|*wöchig*|monat*|*monatig*|jahr*|"
    "*jährig*|alter|lebens*",
    "sitzung*|besuch*|termin*",
    "haare*|haar|mehr haare*|zusätzliche haare*|weitere haare*|neue haare*|dicke haare*",
    "quadratzentimeter*|zentimeter*|cm|cm2",
    "täglich|pro tag|am tag|jeden tag|graft*|transplantat*|einheit*|wurzel*|auf dem kopf|"
    "100 haare*|je 100|pro 100"};

constexpr Lists kSpanish{
    "es",
    "garantiz*|garantía*|cura el|cura la|cura definitiva|se cura|milagr*|indolor*|sin dolor|"
    "ningún dolor|sin riesgo|sin riesgos|sin ningún riesgo|sin efectos secundarios|para siempre|"
    "solución definitiva|resultado definitivo|resultados definitivos|totalmente segur*|"
    "completamente segur*|cien por cien|100 por ciento|100 por cien|revolucionari*|mágic*|"
    "funciona siempre|funciona para todos|funciona en todos|resultado natural|"
    "resultados naturales|aspecto natural|totalmente natural|mejor tratamiento|inmediato resultado",
    "permanente*|de por vida|definitivamente",
    "no|nunca|nadie|ningun*|ningún|nada|sin|ni|tampoco|jamás|cuidado|falso|falsa|en vez de|"
    "en lugar de|desconfíe|desconfía",
    "no solo|no sólo|no solamente|sin duda|sin embargo|nada menos",
    "pérdida*|pierd*|cicatri*|daño*|calvicie|calv*|ceguera|riesgo*|destru*|caída*",
    "ayud*|gan*|más pelo|más cabello|más "
    "dens*|denso|densa|gruesos|mejor*|beneficio*|funcion*|eficaz|"
    "lado bueno|ventaja*|crec*|cura|recuper*",
    "no|ni|nadie|ningun*|ningún|sin|riesgo*|daño*|efectos secundarios|dolor*|infecci*|cicatri*|"
    "sangr*|hinchaz*|enrojec*|poco*|poca*|pequeñ*|desaparec*|perd*|perdi*|desconoc*|límite*|"
    "advert*|advierte|peligro*|tumor*|ceguera|más de "
    "una|coste*|costo*|cuesta|mixt*|cuidado|débil*|varía*|"
    "lado malo|menos|menor",
    "paso|página|parte|capítulo|fase|etapa|pregunta|tipo|grado|figura|tabla",
    "de|del|entre|personas|mujeres|hombres|pacientes|adultos|niños|participantes|estudios|ensayos",
    "estudio*|ensayo*|artículo*|trabajo*|revision*|revisión|informe*",
    "ayuda|ayudan|ayudar|ayude|ayuden|mejora*|más pelo|más cabello|más dens*|más "
    "grueso*|eficaz|eficaces|funciona|"
    "funcionan|beneficio*|vuelve a crecer|recuper*|fortalec*|frena|detiene|cura",
    "clínica|clínicas",
    "objetivo*|busca|buscan|pretend*|esper*|meta|metas|intent*|idea|afirma*",
    "persona*|mujer*|hombre*|paciente*|adulto*|adulta*|niño*|niña*|participante*|voluntari*|"
    "gente",
    "segundo*|minuto*|hora|horas|día*|diari*|semana*|mes|meses|año*|edad*|década*",
    "sesion*|sesión|visita*",
    "pelos|pelo|más pelos|cabellos|más cabellos|pelos más|nuevos pelos",
    "centímetro*|cm|cm2|cuadrado*",
    "al día|por día|cada día|diari*|injerto*|unidad*|raíz|raíces|cabeza|cada 100|100 pelos|"
    "100 cabellos"};

LanguageWords make(const Lists& of) {
    const auto list = [&](std::string_view patterns) { return WordList(patterns, of.language); };
    return {list(of.promises), list(of.durable),  list(of.negations),  list(of.empty_negations),
            list(of.harms),    list(of.benefits), list(of.limits),     list(of.ordinal_before),
            list(of.bases),    list(of.studies),  list(of.effects),    list(of.clinics),
            list(of.aims),     list(of.people),   list(of.times),      list(of.visits),
            list(of.hairs),    list(of.areas),    list(of.other_hairs)};
}

}  // namespace

const LanguageWords* words_of_language(std::string_view language) {
    static const std::array<LanguageWords, 5> kWords{make(kEnglish), make(kTurkish), make(kArabic),
                                                     make(kGerman), make(kSpanish)};
    constexpr std::array kNames{kEnglish.language, kTurkish.language, kArabic.language,
                                kGerman.language, kSpanish.language};
    const std::string_view primary = base::primary_language(language);
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == primary) return &kWords[i];
    return nullptr;
}

}  // namespace candor::pack
