// Every page works without these: they spare a round trip, keep the tray across pages, and copy.
import { startTray } from "./tray.js";
import { startCopying } from "./copy.js";
import { startForms } from "./forms.js";
import { startPair } from "./pair.js";
import { startBrush } from "./brush.js";

startTray();
startCopying();
startForms();
startPair();
startBrush();
