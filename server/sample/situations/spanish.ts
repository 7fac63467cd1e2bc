import { themed } from '#server/sample/situation.ts'

/** Customers who write in Spanish. */
export const spanish = themed({ language: 'es', box: 'support', team: 'Front desk', type: 'Question' }, [
  {
    products: ['Starling', 'Finch'],
    team: 'Technical',
    type: 'Support',
    tags: ['leak'],
    subject: 'Mi {product} pierde agua',
    says: `
      Hola, buenos días:

      mi cafetera {product} gotea por debajo desde hace tres días. El depósito está bien puesto. ¿Es grave? La compré el {date} en {city}.

      |Un saludo
      |{name}`,
    answer: `
      casi seguro es la junta azul que hay bajo el depósito. Le he enviado dos por correo; moje la nueva antes de colocarla y apriete hasta que quede plana.`,
    back: `
      Llegaron hoy. Ya no gotea. ¡Muchas gracias por la rapidez!

      {first}`,
  },
  {
    tags: ['delivery'],
    subject: '¿Cuándo llega mi pedido {order}?',
    says: `
      Buenas tardes. Hice el pedido {order} el {date} y todavía no sé nada. Es un regalo para el cumpleaños de mi padre, que es el domingo. ¿Llegará a tiempo?

      {name}`,
    answer: `
      llega el viernes, lo he puesto en el reparto urgente sin coste. Felicite a su padre de nuestra parte.`,
    back: `
      ¡Llegó el viernes a las nueve! Mi padre ya ha hecho café para todo el edificio.

      {first}`,
    priority: 'high',
  },
  {
    team: 'Returns',
    type: 'Support',
    tags: ['return'],
    subject: 'Quiero devolver la {product}',
    says: `
      Hola, quiero devolver la {product} del pedido {order}. Funciona bien, pero hace más ruido que mi vecino con la batería. ¿Qué tengo que hacer?

      {name}, {city}`,
    answer: `
      aquí tiene la etiqueta de devolución. En cuanto la entregue en el punto de recogida le devolvemos el importe. Si quiere probar otra más silenciosa, la Wren es nuestra más discreta.`,
    back: `
      Entregada. Me quedo con el silencio, gracias.`,
  },
  {
    box: 'billing',
    team: 'Billing',
    tags: ['invoice'],
    subject: 'Falta el NIF en la factura {invoice}',
    says: `
      Estimados señores:

      en la factura {invoice} no figura nuestro NIF. ¿Podrían enviarnos una corregida? La necesitamos antes de fin de mes.

      |Atentamente
      |{name}
      |{company}`,
    answer: `
      adjunto encontrará la factura corregida. Hemos guardado el NIF para las siguientes.`,
    back: `
      Recibida, gracias.

      {name}`,
  },
  {
    products: ['Teal'],
    tags: ['advice'],
    subject: '¿Sirve para inducción?',
    says: `
      Hola! quería saber si la tetera {product} funciona en placa de inducción o solo en gas. En la web no lo veo.

      Gracias
      |{first}`,
    answer: `
      funciona en las dos. En inducción, use la placa pequeña y no pase del nivel 7 para que no se caliente el asa.`,
    back: `
      Perfecto, me la compro. ¡Gracias!`,
    type: 'Lead',
  },
  {
    type: 'Feedback',
    tags: ['praise'],
    subject: 'Enhorabuena',
    says: `
      Solo quería decirles que la pieza que me mandaron llegó en dos días, que la coloqué yo mismo a mis 74 años, y que el café ha vuelto a ser el de antes. Así da gusto.

      {name}, {city}`,
    answer: `
      mensajes como el suyo se leen en voz alta en nuestro taller. Gracias, y que lo disfrute muchos años.`,
    back: `
      Un abrazo para el taller.`,
  },
])
