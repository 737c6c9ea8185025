import { expect, it } from "vitest";
import {
  API_ROUTES,
  entranceFiles,
  OTHER_PAGES,
  OTHER_ROUTES,
  SHARED_ROUTES,
  TEAM_DOWNLOADS,
  TEAM_PAGES,
  TEAM_UPLOADS,
} from "@/e2e/entrances";

it("every file that answers at an address stands in one of the lists that the browser's tests walk, and in one only", () => {
  const lists = [TEAM_PAGES, TEAM_DOWNLOADS, TEAM_UPLOADS, OTHER_PAGES, SHARED_ROUTES].map(Object.keys);
  expect([...lists.flat(), ...OTHER_ROUTES, ...API_ROUTES].toSorted()).toEqual(entranceFiles());
});
