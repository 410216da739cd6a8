import { describeLaws, lawsOfRungs } from "./laws.ts";

describeLaws("cpu", lawsOfRungs);
