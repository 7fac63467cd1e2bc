import { themed } from '#server/sample/situation.ts'

/** Customers who write in Portuguese. */
export const portuguese = themed({ language: 'pt', box: 'support', team: 'Front desk', type: 'Question' }, [
  {
    products: ['Heron', 'Wren'],
    team: 'Technical',
    type: 'Support',
    tags: ['kettle'],
    subject: 'Chaleira {product} desliga-se sozinha',
    says: `
      Bom dia,

      a minha chaleira {product} desliga-se ao fim de um minuto, com a água ainda morna. Comprei-a em {date}. Número de série {serial}.

      Obrigado pela ajuda,
      |{name}`,
    answer: `
      é quase sempre calcário no fundo. Deite dois dedos de vinagre e água até meio, deixe uma hora sem ligar e passe por água duas vezes. Se continuar, envie-nos a chaleira com a etiqueta em anexo.`,
    back: `
      Era mesmo calcário. Parece nova. Muito obrigado!

      {first}`,
  },
  {
    tags: ['delivery'],
    subject: 'Encomenda {order} parada',
    says: `
      Olá, a minha encomenda {order} está "em trânsito" há nove dias. Podem ver o que se passa, por favor?

      {name}, {city}`,
    answer: `
      ficou presa no armazém da transportadora por causa de uma etiqueta rasgada. Já tem etiqueta nova e chega amanhã.`,
    back: `
      Chegou! Obrigada pela atenção.`,
  },
  {
    box: 'billing',
    team: 'Billing',
    tags: ['payment'],
    subject: 'Pagamento em duplicado',
    says: `
      Boa tarde,

      foram-me cobrados {amount} duas vezes no dia {date}. Junto o extrato. Agradeço a devolução de um dos valores.

      |Com os melhores cumprimentos
      |{name}`,
    encloses: 'receipt',
    answer: `
      confirmo as duas cobranças. A devolução de {amount} já foi feita e deve aparecer na sua conta dentro de dois dias úteis. Pedimos desculpa.`,
    back: `
      Já apareceu. Obrigada, Beatriz!

      {name}`,
    priority: 'high',
  },
  {
    products: ['Starling'],
    tags: ['advice'],
    subject: 'Máquina para um café de bairro?',
    type: 'Lead',
    says: `
      Viva! Tenho um pequeno café, umas 80 bicas por dia. A {product} aguenta ou preciso de coisa maior? Não quero gastar à toa.

      |Abraço
      |{first}`,
    answer: `
      com toda a franqueza: para 80 bicas a {product} é pequena, foi feita para casas. Posso emprestar-lhe uma Osprey por duas semanas, sem compromisso, e depois decide.`,
    back: `
      Isso é que é falar claro. Venha a Osprey!

      {name}`,
    note: 'Trial Osprey for two weeks, he seems serious. @Tomás will you call him?',
  },
  {
    type: 'Feedback',
    team: 'Returns',
    tags: ['complaint'],
    subject: 'Duas semanas à espera',
    says: `
      Mandei a {product} para reparação há mais de duas semanas. Disseram cinco dias. Ninguém atende, ninguém responde. Assim não.

      {name}`,
    answer: `
      tem razão, e lamento. A peça chegou atrasada e devíamos ter avisado. A máquina está pronta e sai hoje por correio expresso; a reparação fica por nossa conta.`,
    back: `
      Recebida e a funcionar. Fica aqui o meu agradecimento.

      {name}`,
    priority: 'high',
  },
])
