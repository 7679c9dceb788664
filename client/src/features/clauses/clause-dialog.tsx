import type { ModelForClause, ThreadClause } from '@beffroi/shared/features/clauses/clauses.contract';
import { Button, Modal, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { api, problemOf } from '../../lib/api.ts';
import { matchesWords } from '../../lib/french-fold.ts';
import { LIBRARY_PATH } from '../../lib/paths.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './clauses.module.css';
import { ModelField, useAnyModel } from './model-field.tsx';

interface ClauseDialogProps {
  threadId: string;
  onClose: () => void;
  onProposed: (clause: ThreadClause) => void;
}

const END = 'fin';

const useArticles = (templateId: string | null) => {
  const { data } = useQuery(api.clauses.outline.queryOptions({ input: { id: templateId ?? '' }, enabled: templateId !== null }));
  const articles = data?.items.map(({ id, number, text }) => ({ value: id, label: number ? `${number} – ${text}` : text }));
  return articles && [...articles, { value: END, label: 'À la fin du document' }];
};

/** No model is being written where one may propose: why, and what would change it. */
const NoModel = () => (
  <p>
    Aucun modèle n’est en cours d’écriture dans vos clubs&nbsp;: ceux qui sont validés n’attendent plus de propositions. Un club peut en
    commencer un, ou préparer la version suivante de l’un des{' '}
    <Link className={classes.link} to={LIBRARY_PATH}>
      modèles
    </Link>
    .
  </p>
);

/** Where the accepted answer is proposed: which model, at the end of which article. */
export function ClauseDialog({ threadId, onClose, onProposed }: ClauseDialogProps) {
  const cache = useQueryClient();
  const [model, setModel] = useState<ModelForClause | null>(null);
  const [article, setArticle] = useState<string | null>(null);
  const anyModel = useAnyModel(threadId);
  const articles = useArticles(model?.id ?? null);
  const propose = useMutation(
    api.clauses.create.mutationOptions({
      onSuccess: (clause) => {
        void cache.invalidateQueries({ queryKey: api.clauses.key() });
        onProposed(clause);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (model && article) propose.mutate({ id: threadId, templateId: model.id, articleId: article === END ? null : article });
  };
  return (
    <Modal opened onClose={onClose} title="En faire une clause" closeButtonProps={{ 'aria-label': 'Fermer la fenêtre' }}>
      <form className={classes.form} onSubmit={submit}>
        {anyModel === false ? (
          <NoModel />
        ) : (
          <>
            <p>
              Le texte de la réponse retenue sera proposé dans le modèle, comme une suggestion que ses rédacteurs accepteront, reprendront
              ou refuseront.
            </p>
            <ModelField
              threadId={threadId}
              chosen={model}
              onChoose={(chosen) => {
                setModel(chosen);
                setArticle(null);
              }}
            />
            <Select
              label="À la fin de quel article"
              placeholder="Choisir"
              data={articles ?? []}
              value={article}
              disabled={!articles}
              onChange={setArticle}
              filter={({ options, search: words }) => options.filter((option) => 'label' in option && matchesWords(option.label, words))}
              searchable
              openOnFocus={false}
              nothingFoundMessage="Rien de ce nom"
            />
          </>
        )}
        {propose.error && <p role="alert">{problemOf(propose.error).detail}</p>}
        <div className={classes.acts}>
          {anyModel !== false && (
            <BusyButton type="submit" variant="filled" busy={propose.isPending} disabled={!model || !article}>
              Proposer dans le modèle
            </BusyButton>
          )}
          <Button onClick={onClose}>{anyModel === false ? 'Fermer' : 'Annuler'}</Button>
        </div>
      </form>
    </Modal>
  );
}
