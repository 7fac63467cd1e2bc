import type { Language } from '#server/sample/situation.ts'

/** What is said again and again in a language, whatever it is about. */
export type SmallTalk = {
  /** How our letters begin and end. */
  greeting: string
  closing: string
  /** How mail programs of this language introduce what they quote. */
  wrote: string
  /** How the subject of an answer begins. */
  re: string
  /** Lines of telephones under a mail. */
  sentFrom: string
  /** Customers: it works now; forget it; any news; it is back again. */
  thanks: readonly string[]
  never: readonly string[]
  chasers: readonly string[]
  again: readonly string[]
  /** We: glad to hear it; are you still there; we are looking into it. */
  welcome: readonly string[]
  reminders: readonly string[]
  looking: readonly string[]
}

/** The small talk of each language. */
export const smallTalk: Record<Language, SmallTalk> = {
  en: {
    greeting: 'Hello {first},',
    closing: 'Kind regards,',
    wrote: 'On {when}, {who} wrote:',
    re: 'Re: ',
    sentFrom: 'Sent from my phone',
    thanks: [
      'That was it. Thanks a lot!\n\n{first}',
      'All good now, thank you for the quick help.\n\n{name}',
      'Brilliant, thank you. Nothing else for now.\n\n{first}',
      'Thanks, sorted. Have a good week.\n\n{first}',
      'Exactly what I needed. Much appreciated.\n\n{name}',
    ],
    never: [
      'Please forget my question, it has sorted itself out. Sorry for the trouble.\n\n{first}',
      'I have found another way, you can close this. Thank you anyway!\n\n{name}',
      'My neighbour fixed it in two minutes. I owe him a cake and you an apology.\n\n{first}',
    ],
    chasers: [
      'Hello again, have you had time to look at this?\n\n{first}',
      'Just pushing this up a little. Any news?\n\n{name}',
      'I have not heard back yet. Did my mail get lost?\n\n{first}',
      'Is anybody there? I know you are busy, a short word would do.\n\n{name}',
      'One more try from me before I pick up the telephone.\n\n{first}',
    ],
    again: [
      'I am sorry to come back to this, but it has started again this morning. Same as before.\n\n{name}',
      'It worked for three days and now it is exactly where it was. What next?\n\n{first}',
      'I was too quick to say thank you. Since last night it does the same thing again, only worse.\n\n{name}',
      'Well. It held until the weekend. Do you want a film of it this time?\n\n{first}',
      'Back to square one, I am afraid. I have not touched anything since.\n\n{name}',
      'It has come back, and it has brought a smell along. I have pulled the plug.\n\n{first}',
      'Me again. First it was every third time, now it is every time.\n\n{name}',
    ],
    welcome: [
      'glad that it worked out. Should anything come up, an answer to this mail is enough.',
      'you are very welcome. Tell your neighbours, if you like them.',
      'good to hear. Enjoy your coffee.',
    ],
    reminders: [
      'did my last mail reach you? I keep this open for another week, then I assume that it has sorted itself out.',
      'a small reminder from us: we still need the serial number to go on. It is on the underside, next to the sea bird.',
    ],
    looking: [
      'thank you for your message. I have passed it to the workshop and come back to you by tomorrow evening.',
      'thank you for writing. I need to ask a colleague who is back on Thursday, and will answer then.',
      'we are on it. Could you send us a picture of the underside in the meantime?',
    ],
  },
  de: {
    greeting: 'Guten Tag {name},',
    closing: 'Mit freundlichen Grüßen',
    wrote: 'Am {when} schrieb {who}:',
    re: 'AW: ',
    sentFrom: 'Von unterwegs gesendet',
    thanks: [
      'Hat geklappt, vielen Dank!\n\n{first}',
      'Alles bestens, danke für die schnelle Hilfe.\n\n{name}',
    ],
    never: ['Das hat sich erledigt, danke trotzdem.\n\n{name}'],
    chasers: ['Gibt es hierzu schon etwas Neues?\n\n{name}'],
    again: ['Leider ist der Fehler heute früh wieder aufgetreten, genau wie vorher.\n\n{name}'],
    welcome: ['sehr gern. Wenn noch etwas ist, antworten Sie einfach auf diese Mail.'],
    reminders: ['ist meine letzte Nachricht angekommen? Ich lasse den Vorgang noch eine Woche offen.'],
    looking: [
      'vielen Dank für Ihre Nachricht. Ich frage in der Werkstatt nach und melde mich bis morgen Abend.',
    ],
  },
  fr: {
    greeting: 'Bonjour {name},',
    closing: 'Bien cordialement,',
    wrote: 'Le {when}, {who} a écrit :',
    re: 'RE: ',
    sentFrom: 'Envoyé de mon téléphone',
    thanks: ['Parfait, merci beaucoup !\n\n{first}', 'Tout fonctionne, un grand merci.\n\n{name}'],
    never: ["C'est réglé, ne vous en occupez plus. Merci quand même.\n\n{name}"],
    chasers: ['Bonjour, avez-vous eu le temps de regarder ?\n\n{name}'],
    again: ['Désolé de revenir vers vous : le problème est réapparu ce matin.\n\n{name}'],
    welcome: ["avec plaisir. N'hésitez pas à répondre à ce message si besoin."],
    reminders: ['avez-vous bien reçu mon dernier message ? Je garde le dossier ouvert encore une semaine.'],
    looking: ["merci de votre message. Je me renseigne à l'atelier et reviens vers vous demain."],
  },
  es: {
    greeting: 'Hola, {first}:',
    closing: 'Un saludo cordial,',
    wrote: 'El {when}, {who} escribió:',
    re: 'Re: ',
    sentFrom: 'Enviado desde mi móvil',
    thanks: ['¡Perfecto, muchas gracias!\n\n{first}'],
    never: ['Ya está solucionado, gracias de todos modos.\n\n{first}'],
    chasers: ['Hola, ¿hay alguna novedad?\n\n{name}'],
    again: ['Perdone que insista, pero ha vuelto a pasar esta mañana.\n\n{name}'],
    welcome: ['a usted. Si necesita algo más, responda a este correo.'],
    reminders: ['¿recibió mi último mensaje? Lo dejo abierto una semana más.'],
    looking: ['gracias por su mensaje. Lo consulto en el taller y le respondo mañana.'],
  },
  pt: {
    greeting: 'Olá, {first},',
    closing: 'Com os melhores cumprimentos,',
    wrote: '{who} escreveu ({when}):',
    re: 'Re: ',
    sentFrom: 'Enviado do meu telemóvel',
    thanks: ['Resolvido, muito obrigada!\n\n{first}'],
    never: ['Já está resolvido, obrigado na mesma.\n\n{first}'],
    chasers: ['Boa tarde, há alguma novidade?\n\n{name}'],
    again: ['Peço desculpa por insistir, mas voltou a acontecer.\n\n{name}'],
    welcome: ['de nada. Se precisar de mais alguma coisa, responda a este e-mail.'],
    reminders: ['recebeu a minha última mensagem? Deixo o assunto aberto mais uma semana.'],
    looking: ['obrigada pela mensagem. Vou perguntar na oficina e respondo amanhã.'],
  },
  ja: {
    greeting: '{name} 様',
    closing: '今後ともよろしくお願いいたします。',
    wrote: '{when} {who}:',
    re: 'Re: ',
    sentFrom: '携帯から送信',
    thanks: ['解決しました。ありがとうございました。\n\n{name}'],
    never: ['自己解決いたしました。お騒がせしました。\n\n{name}'],
    chasers: ['その後、いかがでしょうか。\n\n{name}'],
    again: ['申し訳ありません、今朝また同じ症状が出ました。\n\n{name}'],
    welcome: ['お役に立てて何よりです。また何かございましたら、このメールにご返信ください。'],
    reminders: ['先日のご連絡はご覧いただけましたでしょうか。あと一週間お待ちしております。'],
    looking: ['お問い合わせありがとうございます。工房に確認のうえ、明日ご返信いたします。'],
  },
}
