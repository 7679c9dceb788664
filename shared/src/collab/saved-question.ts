/**
 * « Is what I sent on disk? » — the message behind « Enregistré ». Beside y-protocols' own types 0 to 3.
 *
 * A client sends `varUint(SAVED_QUESTION), varUint(token)`; the server sends the same two numbers back once every document
 * message it had received on that socket before the question is durable; at once when it is already. Only who asks is
 * answered, so that plain y-websocket clients never meet the type. While the store refuses writes no answer comes.
 *
 * With y-websocket's provider: after a local change (say 300 ms after the last one), while `provider.wsconnected`,
 *
 *     provider.ws.send(encode(SAVED_QUESTION, ++token))
 *     provider.messageHandlers[SAVED_QUESTION] = (_encoder, decoder) => { saved = readVarUint(decoder) }
 *
 * and the state is « enregistré » when `saved` is the token sent after the last local change. Nothing is carried over to a
 * new connection: ask again once `sync` was emitted. A read-only socket is answered too; its edits were refused.
 */
export const SAVED_QUESTION = 100;
