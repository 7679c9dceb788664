import { AppError } from '@beffroi/shared/core/errors';
import { diplomaOf } from '@beffroi/shared/core/public-service/diplomas';
import { metierOf } from '@beffroi/shared/core/public-service/metiers';

/** Refuses a métier or a diploma nobody has heard of. @throws AppError `invalid-input` */
export const checkQualification = ({ metier, diploma }: { metier?: string | undefined; diploma?: string | null | undefined }): void => {
  const errors = [
    ...(metier !== undefined && !metierOf(metier) ? [{ path: 'metier', message: 'Ce métier n’est pas dans la liste.' }] : []),
    ...(diploma && !diplomaOf(diploma) ? [{ path: 'diploma', message: 'Ce diplôme n’est pas dans la liste.' }] : []),
  ];
  if (errors.length > 0) throw new AppError('invalid-input', { errors });
};
