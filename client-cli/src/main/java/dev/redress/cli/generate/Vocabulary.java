package dev.redress.cli.generate;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The words of an IT helpdesk. Every list is ordered from frequent to rare and drawn by Zipf's law,
 * so that a few words are everywhere and most are telling. People and organisations are invented.
 */
final class Vocabulary {
  /** Texts that fit any work; the most frequent first. */
  static final List<String> STOCK_PHRASES =
      list(
          "remote support; as discussed; support; troubleshooting; fixed; see ticket; misc;"
              + " general maintenance; follow up; per our call; assistance; onsite visit; various;"
              + " resolved; checked and ok; worked on issue; IT support; investigation; phone call;"
              + " as agreed by mail");

  /** Things that stand somewhere. */
  static final List<String> DEVICES =
      list(
          "laptop; printer; desk phone; docking station; monitor; copier; scanner; label printer;"
              + " webcam; headset; card reader; access point; conference screen; barcode gun;"
              + " badge printer; time clock; tablet; door intercom; UPS; NAS; plotter; keyboard;"
              + " mouse; projector; thin client; cash drawer; camera; switch; X-ray sensor;"
              + " milling computer; signature pad; label scale; microphone; visitor kiosk;"
              + " franking machine; speakerphone; measuring arm; warehouse terminal; smart board;"
              + " fax adapter");

  /** What is wrong with a device. */
  static final List<String> DEVICE_FAULTS =
      list(
          "does not turn on; keeps disconnecting; jams on every second page; stays black;"
              + " is offline again; makes a clicking noise; prints stripes; will not charge;"
              + " is not recognised; shows a red light; freezes after lunch; has no sound;"
              + " flickers; is very slow; asks for a driver; prints only half; lost its network;"
              + " beeps every minute; cannot be paired; overheats; shows the wrong time;"
              + " restarts by itself; needs a new cable; reports low toner; has a cracked display;"
              + " scans to nowhere; drops the call; wants a firmware update; smells burnt;"
              + " ignores the touch pen");

  /** Programs and services. */
  static final List<String> PRODUCTS =
      list(
          "Outlook; Teams; VPN; Excel; OneDrive; Windows; SharePoint; Word; Acrobat; FortiGate;"
              + " Entra ID; Chrome; Sage; Intune; Veeam; QuickBooks; AutoCAD; Datto; Exchange;"
              + " Zoom; Citrix; BitLocker; Power BI; Dynamics; iManage; SolidWorks; Mastercam;"
              + " Salesforce; Dropbox; Mimecast; Sophos; Hyper-V; SQL Server; FileMaker; Bluebeam;"
              + " Revit; DATEV; exocad; Dentrix; ShoreTel; 3CX; PaperCut; Meraki; KeePass; Duo;"
              + " Thunderbird; Access; OneNote; Visio; SentinelOne; Slack; DocuSign; InDesign;"
              + " Photoshop; Jira; Confluence; Tableau; MYOB; Xero; LastPass; Egnyte; Synology;"
              + " Proxmox; Nextcloud");

  /** What is wrong with a program or service. */
  static final List<String> PRODUCT_FAULTS =
      list(
          "keeps asking for my password; does not open; crashes on start; is very slow; will not"
              + " sync; says licence expired; freezes when saving; shows an empty window; cannot"
              + " find the share; lost my settings; sends nothing; blocks the macro; hangs at 80"
              + " percent; prints the wrong page; logs me out; has duplicate entries; opens in the"
              + " wrong language; shows yesterday's data; rejects attachments; lost its signature;"
              + " does not show the calendar; cannot be updated; says access denied; stopped making"
              + " backups; ignores the new tax rate; opens read only; misses two columns; warns"
              + " about a certificate; bounces mail to one client; deletes old items; refuses the"
              + " second factor; will not export; imports nothing; shows strange characters; plots"
              + " in wrong scale");

  /** Things people ask for, completed by a product and a person. */
  static final List<String> WISHES =
      list(
          "New starter %2$s needs %1$s; Access to %1$s for %2$s; Please install %1$s for %2$s;"
              + " %2$s leaves, close %1$s; %1$s training for %2$s; Licence of %1$s for %2$s;"
              + " Move %1$s of %2$s to the new computer; Reset %1$s for %2$s;"
              + " Restore what %2$s deleted in %1$s; Shared folder in %1$s with %2$s");

  /** Where it happens. */
  static final List<String> PLACES =
      list(
          "at reception; in accounting; on the second floor; in the warehouse; in room 3;"
              + " in the lab; at home; in the meeting room; in bay 4; at the front desk;"
              + " in the branch office; in the archive; in the workshop; in the canteen;"
              + " at the loading dock; in HR; in the boardroom; at counter 2; in the basement;"
              + " in the sales office; in treatment room 1; in the corner office; on the trolley;"
              + " in the server closet; at the gate");

  /** When it happens. */
  static final List<String> TIMES =
      list(
          "since this morning; since the update; again; every day after lunch; since Monday;"
              + " after the power cut; for one user; for everybody; since the move; sometimes;"
              + " during calls; at month end; after a restart; with large files; without reason;"
              + " since the new password; on battery; when two people use it; from home;"
              + " on the guest network");

  /** What a technician does, followed by one of {@link #CAUSES}. */
  static final List<String> ACTIONS =
      list(
          "cleared; replaced; reset; rebuilt; updated; re-registered; removed; re-created;"
              + " corrected; disabled; rolled back; repaired; extended; traced; reinstalled;"
              + " renewed; adjusted; tested; migrated; documented; escalated; unlocked; patched;"
              + " isolated; swapped; reconfigured; cleaned; verified; restarted; checked");

  /** What a technician finds: words that users do not use. */
  static final List<String> CAUSES =
      list(
          "credential cache; user profile; print spooler; DNS suffix; group policy; MFA token;"
              + " registry key; DHCP scope; PoE port; firmware; local admin rights; mapped drive;"
              + " conditional policy; SMTP relay; SSL chain; NIC teaming; temp directory;"
              + " scheduled job; RAID member; add-in; ACL inheritance; proxy exclusion;"
              + " WMI repository; VLAN tag; roaming data; license server; SPF record; boot order;"
              + " power plan; retention rule; index service; snapshot chain; connector; toner drum;"
              + " USB hub; patch lead; BIOS setting; SIP timer; mail flow rule; ODBC source;"
              + " service account; fuser unit; app pool; sync client; stale session; disk quota;"
              + " VSS writer; static route; codec pack; port forwarding; driver store; NTP source;"
              + " hosts entry; kerberos ticket; COM registration; OST file; transport queue;"
              + " tombstoned object; duplicate SPN; MTU size");

  /** How a note may end. */
  static final List<String> CLOSERS =
      list(
          "tested ok; confirmed by phone; watched it for ten minutes; no more errors in event log;"
              + " vendor on the line; rebooted twice; sent instructions; waiting for feedback; left"
              + " remote tool running; took old part along; ran full check; back to normal;"
              + " explained workaround; will monitor overnight; needs part next week; parts from"
              + " stock; done after hours; second attempt; with colleague; noted in wiki");

  /** First names of technicians and users. */
  static final List<String> FIRST_NAMES =
      list(
          "Anna; Ben; Carla; Dario; Elise; Femi; Greta; Hector; Ines; Jonas; Katrin; Leo; Mindy;"
              + " Nolan; Olga; Pete; Quentin; Ruth; Svenja; Tobias; Uma; Viktor; Wanda; Xenia;"
              + " Yusuf; Zoe; Amir; Bea; Corinne; Dale; Esra; Fiona; Gina; Hugo; Ivo; Janet; Karim;"
              + " Lena; Marek; Nadia; Omar; Priya; Ravi; Shauna; Teddy; Ursula; Vera; Walt; Yara;"
              + " Zeno");

  /** Last names of people, also in the names of customers. */
  static final List<String> LAST_NAMES =
      list(
          "Abelard; Birk; Castell; Dreyer; Ekdahl; Fayed; Grann; Harms; Ibsen; Jorn; Kolb; Landry;"
              + " Maddox; Nagel; Osei; Paulin; Quist; Roth; Salvo; Thiel; Ulm; Varnholt; Wenk; Xu;"
              + " Yildiz; Zander; Almeda; Brandt; Carrow; Dietz; Engel; Forster; Gable; Hadley;"
              + " Inoue; Jansky; Krause; Lind; Moreau; Novak; Orsini; Prewitt; Quarry; Raman;"
              + " Seidlow; Tolliver; Underhill; Voss; Whitcomb; Yates; Zoller; Achter; Bellamy;"
              + " Colton; Dunmore; Eklund; Farrow; Gruber; Hollis; Ivers");

  /** What customers do for a living. */
  static final List<String> TRADES =
      list(
          "Dental; Machining; Law; Logistics; Architects; Accounting; Veterinary; Printing; Foods;"
              + " Insurance; Optics; Carpentry; Travel; Plumbing; Engineering; Realty; Brewing;"
              + " Textiles; Roofing; Pharmacy");

  /** For each rank from 0, the sum of the weights 1 / (rank + 2) up to it. */
  private static final double[] CUMULATED_WEIGHTS = cumulatedWeights(128);

  private Vocabulary() {}

  /**
   * Draws a word by Zipf's law.
   *
   * @param favourite the index of the most frequent word for this caller, which the list's order
   *     follows round; 0 for the list's own order
   */
  static String draw(List<String> words, int favourite, RandomGenerator random) {
    double target = random.nextDouble() * CUMULATED_WEIGHTS[words.size() - 1];
    int rank = 0;
    while (CUMULATED_WEIGHTS[rank] <= target) {
      rank++;
    }
    return words.get((rank + favourite) % words.size());
  }

  /** An invented person: first name, middle initial, last name, all evenly drawn. */
  static String person(RandomGenerator random) {
    return FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()))
        + ' '
        + (char) ('A' + random.nextInt(26))
        + ". "
        + LAST_NAMES.get(random.nextInt(LAST_NAMES.size()));
  }

  private static List<String> list(String words) {
    return List.of(words.split("; ?", -1));
  }

  private static double[] cumulatedWeights(int count) {
    double[] sums = new double[count];
    double sum = 0;
    for (int rank = 0; rank < count; rank++) {
      sum += 1.0 / (rank + 2);
      sums[rank] = sum;
    }
    return sums;
  }
}
