import type { Language } from './situation.ts'

/** Somebody who writes to the sample company; `company` only for those who write for one. */
export type Customer = { name: string; address: string; language: Language; city: string; company?: string }

/** Family names after first names; one list per language, written as people sign. */
const people: Record<Language, string> = {
  en: `Margaret Ashdown, Callum Reyes, Priscilla Okafor, Theo Lindgren-Marsh, Wendy Arkwright, Jamal Whitlock,
    Eleanor Pryce, Gus Hathaway, Nadia Rahimi, Rufus Okonjo, Bronwen Teague, Martin Szabo, Abigail Foss,
    Desmond Achebe, Fiona Galloway, Ravi Menon, Harriet Blythe, Owen Castellano, Leila Haddad, Percy Nightingale,
    Grace Mbeki, Stuart Kilbride, Ines Calloway, Hamish Drummond, Tabitha Quill, Victor Anand, Rosalind Hart,
    Kofi Mensah, Beth Sorensen, Archie Pemberton, Mei-Ling Chao, Dorothy Winslow, Samir Patel, Una Fairweather,
    Lewis Abara, Clementine Roux, Joan Mallory, Edwin Tse, Zainab Yusuf, Barnaby Croft, Imogen Vale, Patrick Doyle,
    Sunita Rao, Walter Grimshaw, Ayla Demir, Ned Fletcher, Constance Obi, Felix Marchbanks, Ruth Abrams, Ivo Petrov,
    Agnes Holloway, Marcus Bello, Sylvie Trent, Toby Larkspur, Nkechi Udo, Gwen Sallow, Arthur Pennington, Lena Novak,
    Hugh Merriweather, Amara Diallo, Colin Frost, Bea Tulloch, Rashid Karim, Winifred Stone, Jonas Hale, Pia Engstrom,
    Cyril Bannister, Kiran Bhatt, Maud Ellery, Donal Quinn, Esther Vance, Bilal Siddiqui, Flora McNair, Hector Ruiz,
    Olive Penhaligon, Yusuf Adeyemi, Thea Brandon, Milo Castlereagh, Vera Lomax, Angus Reid, Cora Whitfield, Dinesh Nair`,
  de: `Sabine Kellermann, Jürgen Obermaier, Katharina Voß, Matthias Grünwald, Ulrike Schönfeld, Emre Yıldız, Heike Brandstätter,
    Florian Wendt, Annegret Thiele, Lukas Hoffstetter, Renate Bäumler, Tobias Krähenbühl`,
  fr: `Mathilde Garnier, Étienne Lacombe, Aurélie Bonnefoy, Ibrahim Traoré, Sylvain Delorme, Chloé Vasseur, Gérard Pichon,
    Noémie Charpentier, Léa Fontanel, Bernard Queyras`,
  es: `Lucía Herrero, Joaquín Salvatierra, Montserrat Vidal, Andrés Quiroga, Carmen Belmonte, Iker Zubiri, Pilar Escudero, Rubén Tejada`,
  pt: `Inês Carvalhal, Duarte Mesquita, Conceição Prata, Rui Salgueiro, Marta Quintela, João Barreiros, Leonor Pinho`,
  ja: `佐々木 美咲, 高橋 健太郎, 渡辺 由紀子, 小林 大輔, 中村 さくら, 松本 隆`,
}

/** Places that are on no map. */
const cities: Record<Language, readonly string[]> = {
  en: [
    'Aldermere',
    'Kirkholm',
    'Lower Fenwick',
    'St Brannoc',
    'Wychbourne',
    'Harrowgate Bay',
    'Little Tarn',
    'Dunmorrow',
    'Eastry Sound',
    'Copley-on-Sea',
    'Marlsford',
    'Thornwick',
  ],
  de: ['Niederlindach', 'Bad Wellenstein', 'Grünhagen', 'Sankt Velden'],
  fr: ['Valmorel-sur-Aure', 'Pont-Saint-Loup', 'Merville-les-Bains'],
  es: ['Villaclara del Río', 'Puerto Almedina', 'Santa Irene'],
  pt: ['Vale de Aveleira', 'Porto Sereno', 'Montemuro'],
  ja: ['若波市', '白鷺町', '港ヶ丘'],
}

/** Firms whose people write; each has an address of its own. */
const firms: readonly (readonly [person: string, firm: string, domain: string, language: Language])[] = [
  ['Judith Merriman', 'Hollis & Wren Ltd', 'hollis-wren.example', 'en'],
  ['Anton Birch', 'Birch & Barrow Architects', 'birch-barrow.example', 'en'],
  ['Oluwaseun Grant', 'Northlight Studios', 'northlight.example', 'en'],
  ['Petra Halloran', 'Halloran Dental', 'halloran-dental.example', 'en'],
  ['Simon Achterberg', 'Tidewater Insurance', 'tidewater-insurance.example', 'en'],
  ['Farah Nasser', 'Brightside Nurseries', 'brightside-nurseries.example', 'en'],
  ['Duncan Ross', 'Ross Marine Engines', 'ross-marine.example', 'en'],
  ['Ellen Strand', 'The Paper Lantern Hotel', 'paper-lantern.example', 'en'],
  ['Marjorie Cheng', 'Fenwick Borough Library', 'fenwick-library.example', 'en'],
  ['Tariq Aziz', 'Aziz & Sons Removals', 'aziz-removals.example', 'en'],
  ['Linnea Falk', 'Sound & Timber', 'sound-timber.example', 'en'],
  ['Geoffrey Pike', 'Pike Accountants', 'pike-accountants.example', 'en'],
  ['Rhiannon Webb', 'Webb Veterinary Practice', 'webb-vets.example', 'en'],
  ['Caspar Dune', 'Dune Software', 'dune-software.example', 'en'],
  ['Monika Zeller', 'Zeller Maschinenbau GmbH', 'zeller-maschinenbau.example', 'de'],
  ['Holger Petersen', 'Stadtwerke Grünhagen', 'stadtwerke-gruenhagen.example', 'de'],
  ['Yvonne Rieder', 'Kanzlei Rieder & Partner', 'rieder-partner.example', 'de'],
  ['Isabelle Marchand', 'Ateliers Marchand SARL', 'ateliers-marchand.example', 'fr'],
  ['Olivier Tessier', 'Cantine du Port', 'cantine-du-port.example', 'fr'],
  ['Sergio Montalbán', 'Talleres Montalbán SL', 'talleres-montalban.example', 'es'],
  ['Teresa Falcão', 'Falcão & Filhos Lda', 'falcao-filhos.example', 'pt'],
  ['田中 裕子', '株式会社みなと設計', 'minato-sekkei.example', 'ja'],
]

const postOffices = [
  'northpost.example',
  'mailhaven.example',
  'oldpost.example',
  'lettergull.example',
  'inkwell.example',
]
const latinNames: Readonly<Record<string, string>> = {
  '佐々木 美咲': 'misaki.sasaki',
  '高橋 健太郎': 'kentaro.takahashi',
  '渡辺 由紀子': 'yukiko.watanabe',
  '小林 大輔': 'daisuke.kobayashi',
  '中村 さくら': 'sakura.nakamura',
  '松本 隆': 'takashi.matsumoto',
  '田中 裕子': 'yuko.tanaka',
}

/** Everybody who writes to the company: first those who write for themselves, then those who write for a firm. */
export const customers: readonly Customer[] = [...privateCustomers(), ...firms.map(ofFirm)]

function privateCustomers(): Customer[] {
  return Object.entries(people).flatMap(([key, list]) => {
    const language = key as Language
    return list.split(',').map((entry, at) => {
      const name = entry.trim()
      const address = `${localPart(name, at)}@${postOffices[(at * 3) % postOffices.length]}`
      return { name, address, language, city: cityOf(language, at) }
    })
  })
}

function ofFirm([name, company, domain, language]: (typeof firms)[number], at: number): Customer {
  return { name, company, language, address: `${localPart(name, 1)}@${domain}`, city: cityOf(language, at) }
}

function cityOf(language: Language, at: number): string {
  return cities[language][at % cities[language].length]!
}

/** `first.last`, or the first letter and the last name, as people choose. */
function localPart(name: string, at: number): string {
  const latin = latinNames[name]
  if (latin) return latin
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replace(/[^a-z ]/gu, '')
  const [first = '', ...rest] = plain.split(' ')
  return at % 3 === 2 ? `${first[0]}${rest.join('')}` : `${first}.${rest.join('')}`
}
