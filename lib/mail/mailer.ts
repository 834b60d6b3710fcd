import type { Transporter } from "nodemailer";

/** Sends mails of the product. Present only where a mail server is set (SMTP_URL). */
export interface Mailer {
  /** Whether the mail server took it. A failure is logged, and the caller says what can be done without it. */
  send(mail: Mail): Promise<boolean>;
  close(): void;
}

export interface Mail {
  to: string;
  subject: string;
  /** Plain text; links stand on lines of their own. */
  text: string;
}

interface MailerOptions {
  url: string;
  from: string;
  onError(error: unknown): void;
}

const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;
/** A mail server that hangs must not hold more than this. */
const UNDER_WAY_MAX = 20;

export function createMailer({ url, from, onError }: MailerOptions): Mailer {
  let opened: Promise<Transporter> | null = null;
  let underWay = 0;

  /** The library is read with the first mail: most servers send none. */
  function transport(): Promise<Transporter> {
    opened ??= import("nodemailer").then(({ createTransport }) =>
      createTransport({
        url,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: ANSWER_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      }),
    );
    return opened;
  }

  return {
    async send({ to, subject, text }) {
      if (underWay >= UNDER_WAY_MAX) {
        onError(new Error("Too many mails wait for the mail server"));
        return false;
      }
      underWay += 1;
      try {
        // An address of its own and no list: what stands in an email cannot add others.
        await (await transport()).sendMail({ from, to: { name: "", address: to }, subject, text });
        return true;
      } catch (error) {
        onError(error);
        return false;
      } finally {
        underWay -= 1;
      }
    },
    close() {
      opened?.then((transporter) => transporter.close()).catch(onError);
    },
  };
}
