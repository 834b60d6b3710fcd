"use client";

import { ErrorPage } from "../error-page.tsx";

export default ErrorPage;
