"""What columns are called, in several languages: the words by which a header is known.

A phrase names one or more fields; the unit of the column settles which, where they measure different things. What
is printed as a bare weight, power or torque is not taken for one of its kinds. Words are compared without case,
accents and separators. Languages: English, German, French, Spanish, Italian, Polish, Russian, Chinese.
"""

# ruff: noqa: E501 - tables: one line a field

from __future__ import annotations

import re
import unicodedata

#: Field: the phrases that name it. One phrase may stand under several fields.
FIELD_PHRASES: dict[str, str] = {
    "length": "length | overall length | vehicle length | länge | gesamtlänge | fahrzeuglänge | longueur | largo | longitud | lunghezza | długość | длина | длина общая | 长 | 长度 | 车长",
    "width": "width | overall width | breite | fahrzeugbreite | largeur | ancho | anchura | larghezza | szerokość | ширина | 宽 | 宽度 | 车宽",
    "width_with_mirrors": "width with mirrors | width including mirrors | width mirrors | breite mit spiegeln | breite mit aussenspiegeln | largeur avec rétroviseurs | ширина с зеркалами",
    "height": "height | overall height | höhe | fahrzeughöhe | hauteur | alto | altura | altezza | wysokość | высота | 高 | 高度 | 车高",
    "wheelbase": "wheelbase | wheel base | radstand | empattement | batalla | distancia entre ejes | passo | interasse | rozstaw osi | колесная база | база | 轴距",
    "track_front": "track front | front track | spurweite vorn | voie avant | колея передняя",
    "track_rear": "track rear | rear track | spurweite hinten | voie arrière | колея задняя",
    "ground_clearance": "ground clearance | clearance | bodenfreiheit | garde au sol | altura libre | altezza da terra | prześwit | клиренс | дорожный просвет | 离地间隙",
    "turning_circle": "turning circle | turning diameter | wendekreis | diamètre de braquage | diámetro de giro | diametro di sterzata | диаметр разворота",
    "turning_radius": "turning radius | wenderadius | rayon de braquage | radio de giro | радиус разворота",
    "drag_coefficient": "drag coefficient | cd | cw | cx | cw wert | luftwiderstandsbeiwert",
    "kerb_mass": "kerb weight | curb weight | kerb mass | curb mass | kerbweight | curbweight | leergewicht | poids à vide | peso en vacío | massa a vuoto | masa własna | снаряженная масса | 整备质量 | 整备重量",
    "mass_in_running_order": "mass in running order | masse in fahrbereitem zustand | masse en ordre de marche | masa en orden de marcha | massa in ordine di marcia",
    "gross_vehicle_mass": "gross vehicle weight | gross vehicle mass | gross weight | gross mass | gvw | gvwr | gvm | zulässiges gesamtgewicht | zul gesamtgewicht | zgg | gesamtgewicht | ptac | mma | massa complessiva | dopuszczalna masa całkowita | dmc | полная масса | 总质量 | 最大总质量",
    "gross_combination_mass": "gross combination weight | gross combination mass | gcw | gcwr | gcm | zuggesamtgewicht | ptra | полная масса автопоезда",
    "unspecified_mass": "weight | mass | gewicht | poids | masse | peso | massa | waga | masa | масса | вес | 质量 | 重量",
    "payload": "payload | payload capacity | nutzlast | zuladung | charge utile | carga útil | portata | ładowność | грузоподъемность | 载质量 | 额定载质量",
    "towing_braked": "towing capacity braked | braked towing | towing braked | braked trailer | anhängelast gebremst | remorquage freiné | буксировка с тормозами",
    "towing_unbraked": "towing capacity unbraked | unbraked towing | towing unbraked | unbraked trailer | anhängelast ungebremst | remorquage non freiné",
    "roof_load": "roof load | dachlast | charge sur toit",
    "ball_load": "ball load | tongue weight | vertical load | stützlast",
    "battery_energy": "battery | battery capacity | battery energy | battery size | capacity | battery pack | batterie | batteriekapazität | akku | akkukapazität | capacité batterie | capacité de la batterie | batería | capacidad de la batería | capacità batteria | bateria | pojemność baterii | батарея | емкость батареи | 电池容量 | 电池能量",
    "battery_charge": "battery | battery capacity | capacity | batterie | batteriekapazität | емкость батареи",
    "battery_voltage": "voltage | battery voltage | system voltage | spannung | batteriespannung | tension | напряжение | 电压",
    "battery_mass": "battery weight | battery mass | batteriegewicht",
    "battery_chemistry": "battery chemistry | battery type | chemistry | zellchemie | batterietyp | chimie | тип батареи | 电池类型",
    "range": "range | electric range | driving range | battery range | reichweite | elektrische reichweite | autonomie | autonomía | autonomia | zasięg | запас хода | дальность | 续航 | 续航里程",
    "total_range": "total range | overall range | gesamtreichweite | autonomie totale | общий запас хода",
    "energy_consumption": "energy consumption | electricity consumption | electric consumption | power consumption | consumption | verbrauch | stromverbrauch | energieverbrauch | consommation | consommation électrique | consumo | consumo eléctrico | zużycie energii | расход энергии | расход | 电耗",
    "fuel_consumption": "fuel consumption | fuel economy | consumption | economy | verbrauch | kraftstoffverbrauch | consommation | consommation de carburant | consumo | consumo de combustible | zużycie paliwa | расход топлива | расход | 油耗",
    "co2_emissions": "co2 | co2 emissions | co2 emission | emissions co2 | co2 ausstoss | émissions co2 | emisiones co2 | выбросы co2",
    "ac_charge_power": "ac charging power | ac charge power | ac charging | ac power | onboard charger | on board charger | ac ladeleistung | puissance de charge ac",
    "dc_charge_power": "dc charging power | dc charge power | dc charging | dc power | fast charging power | fast charge power | dc ladeleistung | puissance de charge dc",
    "ac_charge_time": "ac charging time | ac charge time | ac ladezeit",
    "dc_charge_time": "dc charging time | dc charge time | fast charging time | dc ladezeit",
    "charge_time": "charging time | charge time | ladezeit | ladedauer | temps de charge | tiempo de carga | время зарядки | 充电时间",
    "charge_port": "charge port | charging port | plug | plug type | connector | ladeanschluss | port de charge",
    "motor_power": "motor power | electric motor power | power | output | leistung | motorleistung | puissance | potencia | potenza | moc | мощность | мощность электродвигателя | 电机功率 | 功率",
    "engine_power": "engine power | power | output | leistung | puissance | puissance moteur | potencia | potenza | moc | moc silnika | мощность | мощность двигателя | 发动机功率 | 功率",
    "system_power": "system power | total power | combined power | systemleistung | power | output | leistung | puissance | potencia | potenza | moc | мощность | 功率",
    "motor_torque": "motor torque | torque | drehmoment | couple | par | coppia | moment obrotowy | крутящий момент | 电机扭矩 | 扭矩",
    "engine_torque": "engine torque | torque | drehmoment | couple | par | coppia | moment obrotowy | крутящий момент | 扭矩",
    "system_torque": "system torque | total torque | torque | drehmoment | couple | par | coppia | moment obrotowy | крутящий момент | 扭矩",
    "engine_displacement": "displacement | engine displacement | engine capacity | engine size | capacity | hubraum | cylindrée | cilindrada | cilindrata | pojemność | pojemność silnika | рабочий объем | объем двигателя | 排量",
    "cylinders": "cylinders | number of cylinders | zylinder | zylinderzahl | cylindres | cilindros | cilindri | цилиндры | 气缸数",
    "tank_capacity": "tank | tank capacity | fuel tank | fuel tank capacity | fuel capacity | capacity | tankinhalt | tankvolumen | réservoir | depósito | serbatoio | zbiornik paliwa | топливный бак | 油箱容积",
    "gearbox": "gearbox | transmission | getriebe | boîte de vitesses | caja de cambios | cambio | skrzynia biegów | коробка передач | 变速箱",
    "drive": "drive | drivetrain | drive type | driven wheels | wheel formula | antrieb | antriebsart | transmission type | tracción | trazione | napęd | привод | колесная формула | 驱动形式",
    "top_speed": "top speed | maximum speed | max speed | vmax | höchstgeschwindigkeit | vitesse maximale | velocidad máxima | velocità massima | prędkość maksymalna | максимальная скорость | 最高车速",
    "acceleration_time": "acceleration | acceleration time | 0 100 km h | 0 100 kmh | 0 100 | 0 60 mph | 0 60 | beschleunigung | accélération | aceleración | accelerazione | przyspieszenie | разгон | 加速",
    "gradeability": "gradeability | max gradient | steigfähigkeit | преодолеваемый подъем | 爬坡度",
    "seats": "seats | number of seats | seating capacity | sitze | sitzplätze | places | nombre de places | plazas | posti | liczba miejsc | количество мест | число мест | 座位数",
    "doors": "doors | number of doors | türen | portes | puertas | porte | drzwi | двери | 车门数",
    "axles": "axles | number of axles | achsen | essieux | ejes | assi | оси",
    "cargo_volume": "cargo volume | load volume | load space volume | cargo space | laderaum | laderaumvolumen | volume de chargement | volume utile | volumen de carga | volume di carico | объем грузового отсека | 货箱容积",
    "boot_volume": "boot volume | boot space | boot | trunk volume | trunk | luggage space | luggage capacity | kofferraum | kofferraumvolumen | volume du coffre | coffre | maletero | bagagliaio | bagażnik | багажник | объем багажника | 行李厢容积",
    "frunk_volume": "frunk | frunk volume | front boot",
    "cargo_length": "cargo length | load length | laderaumlänge | longueur utile | длина грузового отсека",
    "cargo_width": "cargo width | load width | laderaumbreite | largeur utile | ширина грузового отсека",
    "cargo_height": "cargo height | load height | laderaumhöhe | hauteur utile | высота грузового отсека",
    "pallet_positions": "pallets | euro pallets | pallet positions | paletten | europaletten | европаллеты",
    "price": "price | list price | msrp | base price | preis | listenpreis | grundpreis | prix | precio | prezzo | cena | цена | 价格 | 指导价",
    "emission_standard": "emission standard | emissions standard | euro standard | emission class | abgasnorm | norme euro | norma euro | экологический класс | 排放标准",
    "tyres": "tyre size | tire size | tyres | tires | reifen | reifengrösse | pneus | neumáticos | pneumatici | opony | шины | 轮胎规格",
    "noise": "noise | pass by noise | fahrgeräusch | bruit",
}  # fmt: skip

#: Words that state a definition, by qualifier and value.
QUALIFIER_WORDS: dict[tuple[str, str], str] = {
    ("procedure", "wltp"): "wltp",
    ("procedure", "epa"): "epa",
    ("procedure", "nedc"): "nedc | nefz",
    ("procedure", "cltc"): "cltc",
    ("procedure", "jc08"): "jc08",
    ("phase", "city"): "city | urban | innerorts | stadt | ville | ciudad | urbano",
    ("phase", "highway"): "highway | motorway | ausserorts | autobahn | autoroute",
    ("phase", "weighted"): "weighted | gewichtet | pondéré",
    ("capacity", "gross"): "gross | total | nominal | brutto | brut | bruta | lordo",
    ("capacity", "usable"): "usable | net | useable | netto | nutzbar | utile | utilisable | neta | útil",
    ("rating", "peak"): "peak | max | maximum | spitze | crête",
    ("rating", "continuous"): "continuous | rated | dauer | dauerleistung | nennleistung | continu",
    ("net", "net"): "net",
    ("net", "gross"): "gross",
    ("driver", "included"): "with driver | incl driver | mit fahrer | avec conducteur",
    ("driver", "excluded"): "without driver | excl driver | ohne fahrer | sans conducteur",
    ("method", "vda"): "vda",
    ("method", "sae"): "sae",
    ("seats", "up"): "seats up",
    ("seats", "folded"): "seats folded | seats down",
    ("measured", "kerb to kerb"): "kerb to kerb | curb to curb",
    ("measured", "wall to wall"): "wall to wall",
    ("speeds", "0-100 km/h"): "0 100 | 0 100 km h | 0 100 kmh",
    ("speeds", "0-60 mph"): "0 60 | 0 60 mph",
    ("load", "unladen"): "unladen | leer",
    ("limit", "limited"): "limited | abgeregelt",
    ("tax", "included"): "incl vat | including vat | incl tax | inkl mwst | ttc",
    ("tax", "excluded"): "excl vat | excluding vat | excl tax | zzgl mwst | ht",
}  # fmt: skip

#: Words that change nothing.
IGNORED = frozenset(
    {
        "the",
        "of",
        "a",
        "an",
        "and",
        "in",
        "per",
        "vehicle",
        "car",
        "truck",
        "value",
        "max",
        "maximum",
        "combined",
        "overall",
        "max.",
        "kombiniert",
        "der",
        "die",
        "das",
        "de",
        "la",
        "le",
        "du",
        "total",
        "approx",
        "ca",
        "official",
        "rated",
        "spec",
        "specs",
    }
)

#: What identifies a vehicle.
IDENTITY_PHRASES: dict[str, str] = {
    "make": "make | brand | manufacturer | maker | marke | hersteller | marque | constructeur | marca | fabricante | produttore | producent | марка | производитель | 品牌 | 厂商 | 制造商",
    "model": "model | model name | modell | modèle | modelo | modello | модель | 车型 | 型号",
    "version": "version | variant | trim | trim level | derivative | description | variante | ausführung | ausstattung | finition | versión | versione | wersja | комплектация | версия | модификация | 版本 | 配置",
    "year": "year | model year | modelyear | baujahr | modelljahr | année | año | anno | rok | год | модельный год | 年份 | 年款",
    "id": "id | vehicle id | row id | record id | vehicleid",
    "vehicle_type": "vehicle type | type of vehicle | type | category | vehicle category | body type | fahrzeugtyp | fahrzeugart | type de véhicule | тип | тип тс",
    "body": "body | body style | bodystyle | karosserie | aufbau | carrosserie | carrocería | carrozzeria | кузов",
    "powertrain": "powertrain | fuel | fuel type | propulsion | drive system | kraftstoff | antriebstyp | energie | énergie | carburant | combustible | alimentazione | paliwo | топливо | тип двигателя | 燃料类型 | 能源类型",
    "markets": "market | markets | country | markt | land | marché | pays | país | paese | рынок | страна",
}  # fmt: skip

VEHICLE_TYPE_WORDS = {
    "truck": "truck | lorry | lkw | camion | camión | autocarro | ciężarówka | грузовик | 货车 | hgv | light truck | medium truck | heavy truck",
    "van": "van | panel van | lcv | transporter | lieferwagen | kastenwagen | fourgon | furgoneta | furgone | furgon | фургон | 厢式车",
    "pickup": "pickup | pick up | pick-up | пикап | 皮卡",
    "car": "car | passenger car | pkw | suv | sedan | saloon | hatchback | estate | wagon | coupe | convertible | crossover | voiture | coche | auto | samochód | легковой | 轿车 | 乘用车",
    "bus": "bus | city bus | minibus | stadtbus | autobus | автобус | 客车",
    "coach": "coach | reisebus | autocar",
    "tractor": "tractor | tractor unit | semi tractor | sattelzugmaschine | tracteur | тягач | 牵引车",
}  # fmt: skip
POWERTRAIN_WORDS = {
    "battery electric": "bev | ev | electric | battery electric | battery electric vehicle | elektro | elektrisch | électrique | eléctrico | elettrico | elektryczny | электро | электрический | 纯电动 | electricity | fully electric",
    "plug-in hybrid": "phev | plug in hybrid | plugin hybrid | plug-in hybrid | hybride rechargeable | híbrido enchufable | подключаемый гибрид | 插电混动 | 插电式混合动力",
    "hybrid": "hev | hybrid | full hybrid | hybride | híbrido | ibrido | hybryda | гибрид | 混合动力",
    "mild hybrid": "mhev | mild hybrid",
    "fuel cell": "fcev | fcv | fuel cell | hydrogen | wasserstoff | brennstoffzelle | hydrogène | водород | 燃料电池",
    "petrol": "petrol | gasoline | benzin | essence | gasolina | benzina | benzyna | бензин | 汽油",
    "diesel": "diesel | gasoil | gazole | gasolio | дизель | 柴油",
    "gas": "gas | cng | lpg | lng | natural gas | erdgas | gaz | метан | 天然气",
    "flex fuel": "flex fuel | flexfuel | ffv | e85",
}  # fmt: skip


def words_of(text: str) -> tuple[str, ...]:
    """The words of a header or cell: no case, accents or separators; ``curbWeight`` has two.

    >>> words_of("Höchstgeschwindigkeit"), words_of("curbWeight_kg")
    (('hochstgeschwindigkeit',), ('curb', 'weight', 'kg'))
    """
    split = re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", " ", text)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", split) if not unicodedata.combining(sign))
    return tuple(re.findall(r"[^\W_]+", plain.casefold()))


def phrases(text: str) -> list[tuple[str, ...]]:
    """The phrases of an entry of the tables, as words."""
    return [words_of(part) for part in text.split("|")]
