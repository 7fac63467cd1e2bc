import { themed } from '#server/sample/situation.ts'

/** Customers who write in French. */
export const french = themed({ language: 'fr', box: 'support', team: 'Front desk', type: 'Question' }, [
  {
    products: ['Heron'],
    team: 'Technical',
    type: 'Support',
    tags: ['kettle'],
    subject: 'Ma bouilloire {product} ne chauffe plus',
    says: `
      Bonjour,

      depuis {day}, ma bouilloire {product} s'allume mais l'eau reste froide. Le voyant bleu est normal. Elle a quatorze mois, numéro de série {serial}.

      Que puis-je faire ?

      |Bien cordialement
      |{name}`,
    answer: `
      si le voyant s'allume et que l'eau reste froide, c'est le fusible thermique. Il se change en cinq minutes dans notre atelier, gratuitement pendant trois ans. Vous trouverez l'étiquette de retour ci-jointe ; comptez une semaine.`,
    back: `
      Elle est partie ce matin. Une semaine de thé à la casserole, je survivrai.

      {name}`,
    answer2: `
      elle est réparée et repart demain. Nous avons aussi changé le joint du couvercle, il commençait à fatiguer.`,
  },
  {
    tags: ['delivery'],
    subject: 'Colis {order} non reçu',
    says: `
      Bonjour, le suivi indique « livré » mais je n'ai rien reçu, ni la gardienne, ni les voisins. J'ai même regardé derrière les poubelles. Pouvez-vous vérifier ?

      Merci d'avance,
      |{name}, {city}`,
    answer: `
      d'après le livreur, le colis est chez le fleuriste du 12. Il le garde jusqu'à samedi. Si vous ne l'y trouvez pas, je vous en envoie un autre sans attendre.`,
    back: `
      Trouvé, entre deux hortensias. Merci beaucoup !

      {first}`,
  },
  {
    box: 'billing',
    team: 'Billing',
    tags: ['invoice'],
    subject: 'Facture {invoice} à mon nom personnel',
    says: `
      Madame, Monsieur,

      la facture {invoice} est établie à mon nom et non à celui de la société. Merci de bien vouloir la rééditer au nom de {company}.

      |Cordialement
      |{name}`,
    answer: `
      la facture corrigée est jointe à ce message, avec la même date. Nous avons noté le nom de la société pour les prochaines commandes.`,
    back: `
      Parfait, je vous remercie.

      {name}`,
  },
  {
    products: ['Starling'],
    team: 'Technical',
    type: 'Support',
    tags: ['espresso'],
    subject: 'Un café trop amer',
    says: `
      Bonjour à toute l'équipe,

      j'ai acheté la {product} pour ne plus aller au bistrot, et mon café est si amer que j'y retourne tous les jours. Mouture fine, 18 grammes, 35 secondes. Où est mon erreur ?

      |Amicalement
      |{first}`,
    answer: `
      35 secondes, voilà l'amertume : visez 27. Ouvrez la mouture d'un cran à la fois, sans changer la dose. Et saluez le bistrot de notre part.`,
    back: `
      27 secondes, et ma femme a demandé une deuxième tasse. C'est une première en vingt ans.

      {first}`,
  },
  {
    team: 'Returns',
    type: 'Support',
    tags: ['exchange'],
    subject: 'Échange pour une autre couleur',
    says: `
      Bonjour, j'ai commandé une {product} « crème » ({order}) mais dans ma cuisine elle paraît jaune. Est-il possible de l'échanger contre la blanche ?

      {name}`,
    answer: `
      bien sûr. La blanche part demain, et le livreur reprend l'autre. Remettez-la simplement dans son carton.`,
    back: `
      Échange fait. Blanche sur blanc, enfin la paix.`,
  },
  {
    type: 'Feedback',
    tags: ['complaint'],
    priority: 'high',
    subject: 'Très déçue',
    says: `
      Je suis cliente depuis onze ans et je n'ai jamais attendu aussi longtemps une réponse. J'ai écrit le {date} au sujet de ma {product}, puis encore une fois, et rien. Si vous ne voulez plus de clients, dites-le.

      {name}`,
    answer: `
      je vous dois des excuses : vos deux messages sont arrivés et sont restés sans réponse pendant l'absence d'une collègue. J'ai tout lu. Une pièce neuve part aujourd'hui, et je vous appelle demain pour m'assurer que tout va bien.`,
    back: `
      Merci de votre appel. Je retire ce que j'ai dit, presque tout.

      {name}`,
  },
  {
    products: ['Finch'],
    tags: ['advice'],
    subject: 'Quels filtres pour la {product} ?',
    says: `
      Bonjour, petite question : filtres n° 2 ou n° 4 pour la {product} ? L'emballage dit 2, le vendeur a dit 4, et ma belle-mère dit que c'était mieux avant.

      {first}`,
    answer: `
      le n° 2. Avec le n° 4, le café passe à côté. Pour votre belle-mère, nous ne pouvons rien faire.`,
    back: `
      Merci, j'ai bien ri. Elle aussi, finalement.`,
  },
  {
    products: ['Albatross'],
    type: 'Lead',
    tags: ['office', 'quote'],
    subject: 'Demande de devis pour une cantine',
    says: `
      Madame, Monsieur,

      nous équipons une cantine de 120 places et souhaitons un devis pour deux {product}, installation et entretien compris. Une visite sur place serait possible à partir du 8.

      |Cordialement
      |{name}
      |Responsable des achats, {company}`,
    answer: `
      merci de votre confiance. Vous trouverez ci-joint une première estimation ; pour le devis définitif, nous venons volontiers voir l'arrivée d'eau. Le 9 au matin vous conviendrait-il ?`,
    back: `
      Le 9 à dix heures, entendu. Demandez Mme Aubrac à l'accueil.

      {name}`,
    note: 'Visit on the 9th at ten, ask for Mme Aubrac at the reception. @Hélène can you take this one?',
  },
])
