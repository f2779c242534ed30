import { CommandBody, PartialDate, Sha256Field, TextField, TextList, UrlField } from '../platform/index.ts';

export class RegisterSourceBody extends CommandBody {
  @TextField({ max: 500, example: 'Community schools in two districts' })
  title!: string;
  @TextField({ max: 300, description: 'Who answers for what it says.', example: 'A foundation' })
  publisher!: string;
  @TextList({ optional: true, max: 50, textMax: 500, description: 'Titles under which others cite it.' })
  otherNames?: string[];
  @UrlField({ optional: true })
  url?: string;
  @PartialDate({ optional: true })
  publishedAt?: PartialDate;
  @PartialDate({ optional: true, description: 'When it was as its hash says.', example: '2026-01-02' })
  retrievedAt?: PartialDate;
  @Sha256Field({ description: 'Of the document as retrieved.' })
  sha256!: string;
  @Sha256Field({
    optional: true,
    description: 'Of its plain text (UTF-8), stored before: quotes are held against it. It is not published.',
  })
  textSha256?: string;
}
