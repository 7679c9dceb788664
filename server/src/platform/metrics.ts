import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';

const duration = new Histogram({
  name: 'beffroi_http_request_seconds',
  help: 'Time to answer an HTTP request',
  labelNames: ['method', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
});

export const startMetrics = (): void => collectDefaultMetrics();

/** Times each answer. */
export const measureRequests: RequestHandler = (request, response, next) => {
  const end = duration.startTimer({ method: request.method });
  response.once('finish', () => end({ status: response.statusCode }));
  next();
};

/** Prometheus' text format. */
export const metricsPage: RequestHandler = async (_request, response) => {
  response.type(register.contentType).send(await register.metrics());
};
