import { migrate } from "@/db/migrate";

const url = process.env["DATABASE_MIGRATION_URL"];
if (url === undefined || url === "") {
  console.error(
    "DATABASE_MIGRATION_URL must hold the schema owner's address. The embedded database is migrated by npm start.",
  );
  process.exit(1);
}
const { applied } = await migrate(url);
console.log(applied === 0 ? "Nothing to apply." : `Applied ${applied} migration(s).`);
