import type { Document } from 'mongodb';

/** The part of an explanation that tells how the documents are found. */
export async function planOf(find: { explain(verbosity: string): Promise<Document> }) {
  const { queryPlanner, executionStats } = await find.explain('executionStats');
  const { winningPlan } = queryPlanner;
  const scan = winningPlan.inputStage?.inputStage ?? winningPlan.inputStage ?? winningPlan;
  return {
    stage: winningPlan.stage as string,
    scan: scan as Document,
    filtered: winningPlan.filtered === true,
    keys: executionStats.totalKeysExamined as number,
    documents: executionStats.totalDocsExamined as number,
    returned: executionStats.nReturned as number,
  };
}
