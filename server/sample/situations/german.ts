import { themed } from '#server/sample/situation.ts'

/** Customers who write in German. */
export const german = themed({ language: 'de', box: 'support', team: 'Front desk', type: 'Question' }, [
  {
    products: ['Starling'],
    tags: ['espresso', 'descaling'],
    team: 'Technical',
    subject: 'Entkalkungslampe am {product} leuchtet dauernd',
    says: `
      Guten Tag,

      meine {product} wurde am {date} entkalkt, trotzdem leuchtet die Lampe weiter. Muss ich das Programm noch einmal laufen lassen oder ist da etwas kaputt? Seriennummer {serial}.

      |Mit freundlichen Grüßen
      |{name}`,
    answer: `
      die Lampe geht erst aus, wenn das Spülen ohne Pause durchläuft: Tank vor dem zweiten Schritt bis zum Strich füllen, dann „Spülen“ acht Sekunden halten. Noch einmal entkalken müssen Sie nicht.`,
    back: `
      Danke, jetzt ist sie aus. Acht Sekunden sind länger, als man denkt.

      {name}`,
  },
  {
    tags: ['delivery'],
    subject: 'Bestellung {order}: seit Tagen kein Fortschritt',
    says: `
      Hallo,

      laut Sendungsverfolgung liegt mein Paket seit {day} in {city}. Das ist zwei Straßen von hier. Kann ich es mir dort einfach abholen?

      |Viele Grüße
      |{first}`,
    answer: `
      leider liegt es in einem Verteilzentrum ohne Schalter. Ich habe den Fahrer gebeten, es morgen als Erstes mitzunehmen. Sie sollten es bis Mittag haben.`,
    back: `
      Ist da, vielen Dank. Der Fahrer hat gewinkt.`,
  },
  {
    box: 'billing',
    team: 'Billing',
    tags: ['invoice'],
    subject: 'Rechnung {invoice}: Kostenstelle fehlt',
    says: `
      Sehr geehrte Damen und Herren,

      auf der Rechnung {invoice} fehlt die Kostenstelle 7712. Ohne diese kann unsere Buchhaltung nicht zahlen. Bitte senden Sie uns eine berichtigte Rechnung.

      |Mit freundlichen Grüßen
      |{name}
      |{company}`,
    answer: `
      die berichtigte Rechnung finden Sie im Anhang. Die Kostenstelle ist jetzt bei Ihrem Konto hinterlegt und steht künftig immer darauf.`,
    back: `
      Vielen Dank, ist zur Zahlung angewiesen.

      {name}`,
  },
  {
    products: ['Heron', 'Wren'],
    team: 'Returns',
    tags: ['return'],
    subject: 'Rücksendung {order}',
    says: `
      Guten Tag! Der {product} ist schön, aber mein Mann hat an unserem Hochzeitstag den gleichen gekauft. Wir würden gern einen zurückgeben. Wie läuft das bei Ihnen?

      {name}, {city}`,
    answer: `
      da hatten Sie beide denselben guten Geschmack. Im Anhang ist ein Etikett: aufs Paket kleben, beim nächsten Paketladen abgeben, fertig. Das Geld kommt, sobald es dort eingescannt ist.`,
    back: `
      Abgegeben. Welchen von beiden ich zurückgeschickt habe, sage ich ihm nicht.

      {first}`,
  },
  {
    products: ['Osprey'],
    team: 'Technical',
    type: 'Support',
    priority: 'high',
    tags: ['office', 'service'],
    subject: 'Maschine im 2. Stock ohne Kaffee',
    says: `
      Guten Morgen,

      die {product} im zweiten Stock mahlt, brüht und gibt dann nur heißes Wasser aus. 40 Leute schauen mich an. Wann kann jemand kommen? Vertrag C-{invoice}.

      |Freundliche Grüße
      |{name}
      |{company}`,
    answer: `
      das klingt nach der Brühgruppe: Türe auf, roter Hebel nach unten, Gruppe herausziehen, unter warmem Wasser abspülen, wieder einsetzen, bis es klickt. Wenn das nicht hilft, ist unser Techniker heute um 14 Uhr bei Ihnen.`,
    back: `
      Es hat geklickt. Es gibt wieder Kaffee. Der Techniker darf trotzdem auf einen vorbeikommen.

      {name}`,
    note: 'Brew group had never been rinsed since the installation. Send them the cleaning plan in German?',
  },
  {
    products: ['Magpie'],
    team: 'Technical',
    type: 'Support',
    tags: ['grinder'],
    subject: 'Mühle mahlt nicht mehr',
    says: `
      hallo liebes team, meine {product} macht nur noch mmmmmh und sonst nichts. bohnen sind drin, bin ja nicht blöd :) was tun?

      lg {first}`,
    answer: `
      wenn sie brummt und nicht dreht, klemmt meist eine Bohne zwischen den Scheiben. Stecker ziehen, Ring auf „clean“, obere Scheibe heraus, aussaugen. Bitte nicht mit dem Messer stochern.`,
    back: `
      es war eine haselnuss. frag nicht. danke!!`,
  },
  {
    tags: ['stock'],
    type: 'Lead',
    subject: 'Angebot für 6 Wasserkocher (Kindergarten)',
    says: `
      Sehr geehrtes Copperlark-Team,

      wir sind ein Kindergarten mit sechs Gruppen und suchen sechs {product}, möglichst mit Sicherung am Deckel. Gibt es einen Preis für gemeinnützige Vereine?

      |Herzliche Grüße
      |{name}
      |Kindergarten Sonnenhang, {city}`,
    products: ['Wren', 'Heron'],
    answer: `
      gern: für Vereine geben wir 15 %. Den Deckel mit Sperre legen wir ohne Aufpreis bei. Das Angebot hängt an und gilt drei Monate, falls erst der Vorstand tagen muss.`,
    back: `
      Der Vorstand (drei Eltern auf kleinen Stühlen) hat zugestimmt. Bitte liefern Sie an die bekannte Adresse.

      {name}`,
  },
  {
    type: 'Feedback',
    tags: ['complaint'],
    priority: 'high',
    team: 'Returns',
    subject: 'Dritte Reparatur, jetzt reicht es',
    says: `
      Guten Tag,

      meine {product} ({serial}) war nun dreimal bei Ihnen. Jedes Mal hält sie vier Wochen. Ich bin geduldig, ich bin Lehrer, aber jetzt möchte ich ein neues Gerät oder mein Geld.

      |{name}
      |{city}`,
    answer: `
      das verstehe ich gut, und Sie sollen nicht noch einmal warten. Ein neues Gerät geht heute an Sie ab, das alte nimmt der Bote mit. Auf das neue haben Sie wieder volle drei Jahre Garantie.`,
    back: `
      Angekommen und in Betrieb. Note: gut, mit Tendenz nach oben.

      {name}`,
  },
  {
    products: ['Teal'],
    tags: ['advice'],
    subject: 'Welche Temperatur für grünen Tee?',
    says: `
      Hallo, ich habe den {product} geschenkt bekommen und wüsste gern, wie ich ohne Thermometer auf 75 Grad komme. Er hat ja nur „kochend“.

      Danke und einen schönen Tag
      |{first}`,
    answer: `
      kochen lassen, Deckel auf, vier Minuten warten: dann sind es bei einem Liter ziemlich genau 75 Grad. Bei halber Füllung genügen drei.`,
    back: `
      Vier Minuten mit dem Hund raus, perfekt. Danke!`,
  },
  {
    box: 'billing',
    team: 'Billing',
    tags: ['reminder'],
    subject: 'Mahnung trotz Gutschrift',
    says: `
      Sie mahnen uns für Rechnung {invoice}, obwohl Sie uns darüber am {date} eine Gutschrift geschickt haben. Bitte klären Sie das intern und verschonen Sie uns mit weiteren Schreiben.

      |{name}
      |{company}`,
    answer: `
      Sie haben völlig recht, die Gutschrift war gebucht, aber dem falschen Jahr. Es ist bereinigt, die Mahnung ist hinfällig. Bitte entschuldigen Sie.`,
    back: `
      Danke für die schnelle Antwort.

      {name}`,
  },
])
