import type { MetadataRoute } from "next";

/**
 * Installed, Ovation opens where a PIN is entered. There is no service worker: a live quiz is nothing without its
 * server, and an old shell kept by a phone would only stand in the way of a new one.
 */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/join",
    name: "Ovation: live quizzes",
    short_name: "Ovation",
    description: "Join a live quiz with its PIN. No account.",
    start_url: "/join",
    scope: "/",
    display: "standalone",
    orientation: "any",
    background_color: "#faf5eb",
    theme_color: "#171a2f",
    categories: ["education", "entertainment", "games"],
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/icons/ovation-192.png", type: "image/png", sizes: "192x192" },
      { src: "/icons/ovation-512.png", type: "image/png", sizes: "512x512" },
      { src: "/icons/ovation-maskable-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
    ],
  };
}
