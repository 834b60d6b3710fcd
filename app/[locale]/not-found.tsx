import { EmptyStage } from "../empty-stage.tsx";

export default EmptyStage;
