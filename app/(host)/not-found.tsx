import { TranslatedEmptyStage } from "../empty-stage.tsx";

export default TranslatedEmptyStage;
