import type { ThreadClause } from '@beffroi/shared/features/clauses/clauses.contract';
import { TEMPLATE_KIND_LABEL } from '@beffroi/shared/features/templates/templates.vocabulary';
import { Button, Modal, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { matchesWords } from '../../lib/french-fold.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './clauses.module.css';

interface ClauseDialogProps {
  threadId: string;
  onClose: () => void;
  onProposed: (clause: ThreadClause) => void;
}

const END = 'fin';

/** Models that take proposals: what is validated or replaced is frozen. */
const useOpenModels = () => {
  const { data } = useQuery(api.templates.library.queryOptions({ input: { limit: 100 } }));
  const open = data?.items.filter(({ state }) => state === 'draft' || state === 'review');
  return open?.map(({ id, kind, title }) => {
    const { short } = TEMPLATE_KIND_LABEL[kind];
    return { value: id, label: title.startsWith(short) ? title : `${short} – ${title}` };
  });
};

const useArticles = (templateId: string | null) => {
  const { data } = useQuery(api.clauses.outline.queryOptions({ input: { id: templateId ?? '' }, enabled: templateId !== null }));
  const articles = data?.items.map(({ id, number, text }) => ({ value: id, label: number ? `${number} – ${text}` : text }));
  return articles && [...articles, { value: END, label: 'À la fin du document' }];
};

/** Where the accepted answer is proposed: which model, at the end of which article. */
export function ClauseDialog({ threadId, onClose, onProposed }: ClauseDialogProps) {
  const cache = useQueryClient();
  const [templateId, setTemplate] = useState<string | null>(null);
  const [article, setArticle] = useState<string | null>(null);
  const models = useOpenModels();
  const articles = useArticles(templateId);
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
    if (templateId && article) propose.mutate({ id: threadId, templateId, articleId: article === END ? null : article });
  };
  // A list that opened with the dialog would lie over what it says.
  const search = { searchable: true, openOnFocus: false, nothingFoundMessage: 'Rien de ce nom' };
  return (
    <Modal opened onClose={onClose} title="En faire une clause" closeButtonProps={{ 'aria-label': 'Fermer la fenêtre' }}>
      <form className={classes.form} onSubmit={submit}>
        <p>
          Le texte de la réponse retenue sera proposé dans le modèle, comme une suggestion que ses rédacteurs accepteront, reprendront ou
          refuseront.
        </p>
        <Select
          data-autofocus
          label="Modèle"
          placeholder={models?.length === 0 ? 'Aucun modèle en cours d’écriture' : 'Choisir'}
          data={models ?? []}
          value={templateId}
          onChange={(value) => {
            setTemplate(value);
            setArticle(null);
          }}
          filter={({ options, search: words }) => options.filter((option) => 'label' in option && matchesWords(option.label, words))}
          {...search}
        />
        <Select
          label="À la fin de quel article"
          placeholder="Choisir"
          data={articles ?? []}
          value={article}
          disabled={!articles}
          onChange={setArticle}
          filter={({ options, search: words }) => options.filter((option) => 'label' in option && matchesWords(option.label, words))}
          {...search}
        />
        {propose.error && <p role="alert">{problemOf(propose.error).detail}</p>}
        <div className={classes.acts}>
          <BusyButton type="submit" variant="filled" busy={propose.isPending} disabled={!templateId || !article}>
            Proposer dans le modèle
          </BusyButton>
          <Button onClick={onClose}>Annuler</Button>
        </div>
      </form>
    </Modal>
  );
}
