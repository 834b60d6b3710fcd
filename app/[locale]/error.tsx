"use client";

import { MissedCue } from "../missed-cue.tsx";

export default MissedCue;
