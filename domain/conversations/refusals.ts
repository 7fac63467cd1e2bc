/** Every reason for which a rule of conversations says no. */
export type ConversationRefusal =
  /** 404: it does not exist, or the actor may not read its channel. */
  | 'MESSAGE_NOT_FOUND'
  | 'CONVERSATION_NOT_FOUND'
  | 'FILE_NOT_FOUND'
  | 'QUARANTINED_MAIL_NOT_FOUND'
  /** 503: the bytes of a file cannot be read at the moment. */
  | 'FILE_UNAVAILABLE'
  /** 409: the customer wrote again after what the author of a reply had seen (BY-05); names that message. */
  | 'NEWER_MESSAGE'
  /** 409: the mail has gone out, or is on its way, and cannot be sent again. */
  | 'DELIVERY_SETTLED'
  /** 422: a case without a conversation, or a message without a sender: there is nobody to answer. */
  | 'NOBODY_TO_ANSWER'
  /** 422: the channel has no network through which an answer could go (IN-23). */
  | 'CHANNEL_CANNOT_SEND'
  /** 422: messages are handed in only to channels of kind api. */
  | 'NOT_AN_INTAKE_CHANNEL'
