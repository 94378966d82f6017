#include "pack/checks/language_words.h"

#include <array>
#include <memory>

namespace candor::pack {
namespace {

struct Lists {
    std::string_view language, promises, durable, negations, empty_negations, harms, benefits,
        limits, ordinal_before, bases, studies;
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
    "study|studies|paper|papers|trial|trials|review|reviews|report|reports"};

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
    "çalışma*|makale*|deneme*|araştırma*|derleme*|yayın*"};

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
    "دراسة|دراسات|تجربة|تجارب|بحث|أبحاث|ورقة|أوراق|مراجعة"};

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
    "studie|studien|arbeit|arbeiten|untersuchung*|übersicht*|bericht*|versuch*"};

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
    "estudio*|ensayo*|artículo*|trabajo*|revision*|revisión|informe*"};

LanguageWords make(const Lists& of) {
    const auto list = [&](std::string_view patterns) { return WordList(patterns, of.language); };
    return {list(of.promises), list(of.durable),  list(of.negations), list(of.empty_negations),
            list(of.harms),    list(of.benefits), list(of.limits),    list(of.ordinal_before),
            list(of.bases),    list(of.studies)};
}

}  // namespace

const LanguageWords* words_of_language(std::string_view language) {
    static const std::array<LanguageWords, 5> kWords{make(kEnglish), make(kTurkish), make(kArabic),
                                                     make(kGerman), make(kSpanish)};
    constexpr std::array<std::string_view, 5> kNames{"en", "tr", "ar", "de", "es"};
    const std::string_view primary = language.substr(0, language.find('-'));
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == primary) return &kWords[i];
    return nullptr;
}

}  // namespace candor::pack
