import { TranslatedNotFoundPage } from "../not-found-page.tsx";

export default TranslatedNotFoundPage;
