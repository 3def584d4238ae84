using System.Text.Json.Nodes;
using Proof.Contracts;
using Proof.Results;

namespace Proof.Judging;

/// <summary>Asks for the proof of a contract.</summary>
/// <param name="World">The accounts.</param>
/// <param name="Identities">The contract's principals.</param>
/// <param name="Rows">Its rows; without any there is nothing that could notice a mutant.</param>
/// <param name="Declared">The roles that the contract lets an identity pass or assume.</param>
/// <param name="Boundaries">The ARNs of the permissions boundaries that the stack makes.</param>
/// <param name="Delegations">What lets somebody make roles with one of them alone.</param>
internal sealed record ProveRequest(
    JudgedWorld World,
    IReadOnlyList<JudgedIdentity> Identities,
    IReadOnlyList<JudgedRow> Rows,
    IReadOnlyList<DeclaredRole> Declared,
    IReadOnlyList<string> Boundaries,
    IReadOnlyList<JudgedDelegation> Delegations);

/// <summary>A principal of a contract.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Key">Its name in the stack.</param>
/// <param name="Kind">What it is to the stack: identities of one kind are compared with each other.</param>
/// <param name="Made">Whether the stack makes it.</param>
/// <param name="Policies">The names of its policies that the stack makes, where it does not make the identity.</param>
internal sealed record JudgedIdentity(string Arn, string Key, string Kind, bool Made, IReadOnlyList<string> Policies);

/// <summary>A row of a contract.</summary>
/// <param name="Expects">What is expected of the requests.</param>
/// <param name="Requests">The requests.</param>
/// <param name="OfStrangers">Whether they are what strangers are tried with: then the account need not hold a role that is assumed.</param>
internal sealed record JudgedRow(Expectation Expects, IReadOnlyList<AccessRequest> Requests, bool OfStrangers);

/// <summary>A role that a contract lets an identity use.</summary>
/// <param name="By">The identity.</param>
/// <param name="Role">The role.</param>
/// <param name="Service">The service that the role is passed to; null where it is assumed.</param>
/// <param name="Assumed">Whether the identity assumes the role; it passes it otherwise.</param>
internal sealed record DeclaredRole(string By, string Role, string? Service, bool Assumed);

/// <summary>What an administrator gives to those who may make roles with a boundary.</summary>
/// <param name="Kind">What the boundary is for: <c>executionRoles</c>, say.</param>
/// <param name="Boundary">The ARN of the boundary.</param>
/// <param name="Document">The policy.</param>
internal sealed record JudgedDelegation(string Kind, string Boundary, JsonNode Document);

/// <summary>What a proof found.</summary>
/// <param name="Rows">The answer on each row, in their order.</param>
/// <param name="Deciding">The statements that decided, each once.</param>
/// <param name="Near">Those that cover an action that is denied but do not match, each once.</param>
/// <param name="Mutants">Whether every permission is needed.</param>
/// <param name="Lint">The faults of the stack's policies.</param>
/// <param name="Escalation">What each identity can make of its permissions.</param>
/// <param name="Takeovers">What identities beside the stack can do to become one of it.</param>
/// <param name="Openings">Whom the policies of resources let in beyond the contract.</param>
/// <param name="Boundaries">The boundaries that the stack makes, and what they leave open.</param>
/// <param name="Unseen">The policies of resources that are not known, of those that the rows use.</param>
/// <param name="Borrowed">What principals of grants may do by policies alone that are not known to be the stack's.</param>
/// <param name="Reach">What each identity may use that is not its own.</param>
/// <param name="Overlap">What identities of one kind may do to each other's resources.</param>
/// <param name="Quotas">How much of IAM's quotas is used.</param>
/// <param name="Hatches">The escape hatches.</param>
/// <param name="Times">How long each part took, in milliseconds.</param>
internal sealed record ProveAnswer(
    IReadOnlyList<RowAnswer> Rows,
    IReadOnlyList<DecidingStatement> Deciding,
    IReadOnlyList<NearStatement> Near,
    Mutants Mutants,
    IReadOnlyList<LintFault> Lint,
    IReadOnlyList<Escalation> Escalation,
    IReadOnlyList<Takeover> Takeovers,
    IReadOnlyList<Opening> Openings,
    Boundaries Boundaries,
    IReadOnlyList<string> Unseen,
    IReadOnlyList<BorrowedPolicy> Borrowed,
    IReadOnlyList<ForeignReach> Reach,
    IReadOnlyList<Overlap> Overlap,
    IReadOnlyList<QuotaUse> Quotas,
    IReadOnlyList<EscapeHatch> Hatches,
    IReadOnlyDictionary<string, int> Times);

/// <summary>Whether a row holds.</summary>
/// <param name="Held">Whether it does.</param>
/// <param name="Decisions">The decision on each of its requests, in their order.</param>
/// <param name="Broken">The places of the requests that keep it from holding, counted from 0.</param>
internal sealed record RowAnswer(bool Held, IReadOnlyList<DecisionAnswer> Decisions, IReadOnlyList<int> Broken);

/// <summary>The decision on one request, with the places of statements, counted from 0.</summary>
/// <param name="Result">Whether the request is allowed.</param>
/// <param name="Why">As in a <see cref="Decision"/>.</param>
/// <param name="Explicit">Whether a statement denies it, rather than none allowing it.</param>
/// <param name="DecidedBy">The places of those that decided.</param>
/// <param name="Near">The places of those that do not match; null where none was looked for.</param>
internal sealed record DecisionAnswer(
    DecisionResult Result, string? Why, bool Explicit, IReadOnlyList<int> DecidedBy, IReadOnlyList<int>? Near);
