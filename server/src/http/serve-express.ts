import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Express } from 'express';

/**
 * An HTTP server whose requests and answers are born with Express's prototypes. Express would put them on each as it comes, and V8
 * gives an object whose prototype was changed a hidden class of its own at every field added later: what a request held, 11 KB with
 * Express alone and 30 with all our doors, then stayed in memory until the whole heap was collected.
 */
export const serveExpress = (app: Express): Server => {
  class Request extends IncomingMessage {}
  class Answer extends ServerResponse {}
  Object.setPrototypeOf(Request.prototype, app.request);
  Object.setPrototypeOf(Answer.prototype, app.response);
  Object.assign(app, { request: Request.prototype, response: Answer.prototype });
  return createServer({ IncomingMessage: Request, ServerResponse: Answer }, app);
};
