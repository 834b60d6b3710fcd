import type { ReactNode } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";

type AccountFormProps = {
  onSubmit: () => void;
  saving: boolean;
  /** A refusal that belongs to no field. */
  above: string | null;
  action: string;
  disabled?: boolean;
  children: ReactNode;
};

/** The frame of the forms that change the own account: the refusal above, the fields, one button. */
export function AccountForm({
  onSubmit,
  saving,
  above,
  action,
  disabled = false,
  children,
}: AccountFormProps) {
  return (
    <form action={onSubmit} className="grid max-w-md gap-4">
      {above && <Banner tone="danger">{above}</Banner>}
      {children}
      <Button
        type="submit"
        variant="secondary"
        loading={saving}
        disabled={disabled}
        className="justify-self-start"
      >
        {action}
      </Button>
    </form>
  );
}
