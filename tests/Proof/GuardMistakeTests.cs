using System.Collections.Immutable;
using System.Text.Json;
using Proof.Results;
using SageMakerIam.Iam;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Controls;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Policies;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// Mistakes in what keeps others out: who is trusted, which secrets are read, and what a deployer cannot leave out. The proof notices each
/// by itself, and says the row.
/// </summary>
[Collection(Judge.Proofs)]
public sealed class GuardMistakeTests
{
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string SecretKey = "arn:aws:kms:us-east-1:123456789012:key/5678abcd-12ab-34cd-56ef-1234567890ab";
    private const string Partner = "arn:aws:iam::210987654321:role/builder";
    private const string Provider = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
    private const string ExternalId = "Q7fTz1";
    private const string RedModel = "arn:aws:sagemaker:us-east-1:123456789012:model/red-model";

    private const string Settings = $$"""
        { "executionRoles": { "training": { "secrets": ["ml/database"], "secretKmsKeys": ["{{SecretKey}}"], "kmsKeys": ["{{Key}}"] } },
          "passRoleGrants": { "builder": { "principal": "{{Partner}}", "executionRoles": ["training"], "activities": ["invokeEndpoints"],
            "resourcePrefixes": ["build-"], "organization": "o-a1b2c3d4e5" } },
          "deployers": {
            "registrar": { "executionRoles": ["training"], "activities": ["manageModels"], "resourcePrefixes": ["reg-"],
              "guardrails": { "modelApproval": false } },
            "labeler": { "executionRoles": ["training"], "activities": ["labelData"], "resourcePrefixes": ["lab-"],
              "guardrails": { "publicWorkteams": false } },
            "red": { "executionRoles": ["training"], "activities": ["manageModels"], "resourcePrefixes": ["red-"],
              "guardrails": { "principalTag": { "key": "team", "value": "red" } } },
            "web": { "assumedBy": { "gitHubActions": { "repository": "acme/churn", "branch": "main" } },
              "activities": ["invokeEndpoints"], "resourcePrefixes": ["web-"] },
            "ci": {
              "executionRoles": ["training"], "activities": ["manageJobs", "manageNotebooks"], "resourcePrefixes": ["churn-"],
              "kmsKeys": ["{{Key}}"], "requireKeys": true,
              "requireVpc": { "subnets": ["subnet-0a1b2c3d"], "securityGroups": ["sg-0a1b2c3d"], "networkIsolation": true },
              "guardrails": {
                "instanceTypes": ["ml.m5.xlarge"], "maxRuntimeInSeconds": 3600, "rootAccess": false, "directInternetAccess": false,
                "minimumInstanceMetadataServiceVersion": 2, "remoteDebug": false,
                "requestTags": [ { "key": "Project", "values": ["ML"] } ] } } } }
        """;

    private const string Contract = $$"""
        executionRoles:
          training:
            may:
              - { read secret: ml/database, under key: {{SecretKey}} }
        passRoleGrants:
          builder:
            may:
              - { be assumed from outside by: {{Partner}}, with external id: its own, of organization: o-a1b2c3d4e5 }
        deployers:
          registrar:
            foreignReach: 25
            may:
              - { register a model in: reg-models, approved by: others }
            mayNot:
              - approve a model in: reg-models
          labeler:
            foreignReach: 25
            may:
              - { label data: lab-streets, by team: lab-team, as: training }
            mayNot:
              - label data in public: lab-streets
          red:
            foreignReach: 25
            may:
              - { create model: red-model, as: training, with an image of: none, from artifacts under: none, tagged: team=red }
              - { action: sagemaker:DeleteModel, on: "{{RedModel}}", with: { aws:ResourceTag/team: red } }
            mayNot:
              - { action: sagemaker:DeleteModel, on: "{{RedModel}}", with: { aws:ResourceTag/team: blue } }
              - { action: sagemaker:DeleteTags, on: "{{RedModel}}", with: { aws:TagKeys: team } }
              - { action: sagemaker:DeleteTags, on: "{{RedModel}}", with: { aws:TagKeys: Team } }
              - do the same with another: tag
          web:
            may:
              - be assumed by GitHub Actions: repo:acme/churn:ref:refs/heads/main
          ci:
            foreignReach: 25
            may:
              - { train: churn-nightly, as: training, with an image of: none, on data under: none,
                  results under: none, volumes under key: {{Key}}, output under key: {{Key}}, in subnets: subnet-0a1b2c3d,
                  in security groups: sg-0a1b2c3d, isolated: true, on instances of: ml.m5.xlarge, for at most: 3600, remote debug: false,
                  tagged: Project=ML }
              - { run notebook: churn-book, as: training, on data under: none, results under: none,
                  volumes under key: {{Key}}, in subnets: subnet-0a1b2c3d,
                  in security groups: sg-0a1b2c3d, on instances of: ml.m5.xlarge, root access: Disabled, internet access: Disabled,
                  metadata service: 2, tagged: Project=ML }
        """;

    /// <summary>A statement, what stands in it, what stands there by mistake, and what the proof says of it.</summary>
    public static TheoryData<string, string, string, string> Mistakes { get; } = new()
    {
        { "Secrets", "secret:ml/database-??????", "secret:ml/database*", "another secret" },
        { "Secrets", "secret:ml/database-??????", "secret:ml/*", "another secret" },
        { "Secrets", "us-east-1", "*", "another region" },
        { "Secrets", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "may read secret ml/database" },
        { "SecretKeys1", "secretsmanager.us-east-1.amazonaws.com", "*", "may read secret ml/database" },
        { "SecretKeys1", "StringEquals", "StringEqualsIfExists", "another service" },
        { "SecretKeys1", "key/5678abcd-12ab-34cd-56ef-1234567890ab", "key/*", "another key" },
        { "GitHubActionsAssumeRole", "refs/heads/main", "refs/heads/*", "web may be assumed by GitHub Actions" },
        { "GitHubActionsAssumeRole", "repo:acme/churn:", "repo:acme/*:", "web may be assumed by GitHub Actions" },
        { "GitHubActionsAssumeRole", "\"StringEquals\"", "\"StringEqualsIgnoreCase\"", "another subject" },
        { "GitHubActionsAssumeRole", ":aud\"", ":aude\"", "web may be assumed by GitHub Actions" },
        { "GitHubActionsAssumeRole", "\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\",", "", "another audience" },
        { "PrincipalAssumeRole", Partner, "arn:aws:iam::210987654321:root", "another identity" },
        { "PrincipalAssumeRole", Partner, "*", "another identity" },
        { "PrincipalAssumeRole", $"\"sts:ExternalId\":\"{ExternalId}\"", "\"sts:RoleSessionName\":\"builder\"", "builder may be assumed" },
        { "PrincipalAssumeRole", "o-a1b2c3d4e5", "o-a1b2c3d4e6", "builder may be assumed from outside by" },
        { "PrincipalAssumeRole", ",\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\"", "", "another organization" },
        { "VolumeKeys", "ArnNotEquals", "ArnEquals", "another key" },
        { "VolumeKeys", "\"sagemaker:CreateNotebookInstance\",", "", "another key" },
        { "OutputKeys", "sagemaker:OutputKmsKeyArn", "sagemaker:OutputKmsKey", "may train churn-nightly" },
        { "SubnetsMissing", "\"true\"", "\"false\"", "may train churn-nightly" },
        { "SubnetsOther", "ForAnyValue:", "ForAllValues:", "SubnetsOther" },
        { "SubnetsOther", "subnet-0a1b2c3d", "subnet-0a1b2c3*", "may train churn-nightly" },
        { "SecurityGroupsOther", "sg-0a1b2c3d", "sg-0a1b2c3e", "may train churn-nightly" },
        { "InstanceTypesOther", "ml.m5.xlarge", "ml.*", "another instance type" },
        { "InstanceTypesMissing", "\"true\"", "\"false\"", "may train churn-nightly" },
        { "Runtime", "3600", "86400", "another run time" },
        { "RootAccess", "Disabled", "Enabled", "may run notebook churn-book" },
        { "RootAccess", "CreateNotebookInstance", "StopNotebookInstance", "another root access" },
        { "RootAccessChanged", "Enabled", "Disabled", "another root access" },
        { "InternetAccess", "StringNotEquals", "StringEquals", "may run notebook churn-book" },
        { "InternetAccess", "CreateNotebookInstance", "StopNotebookInstance", "another internet access" },
        { "MetadataService", "\"2\"", "\"1\"", "another metadata service" },
        { "RemoteDebug", "\"true\"", "\"false\"", "may train churn-nightly" },
        { "RemoteDebug", "CreateTrainingJob", "StopTrainingJob", "another remote debug" },
        { "ModelApproval", "Approved", "approved", "may not approve a model in reg-models" },
        { "ModelApproval", "UpdateModelPackage", "DeleteModelPackage", "ModelApproval" },
        { "ManageModels", ":GetModelPackageGroupPolicy", ":PutModelPackageGroupPolicy", "may not approve a model in reg-models" },
        { "Tag1", "\"ML\"", "\"*\"", "may train churn-nightly" },
        { "PublicWorkteams", "public-crowd", "public", "labeler may not label data in public lab-streets" },
        { "PublicWorkteams", "CreateLabelingJob", "StopLabelingJob", "labeler may not label data in public lab-streets" },
        { "PublicWorkteams", "StringEquals", "StringNotEquals", "labeler may label data lab-streets" },
        { "OwnTag", "aws:PrincipalTag/team", "aws:PrincipalTag/project", "red may create model red-model" },
        { "OwnTag", "${aws:PrincipalTag/team, '!'}", "red2", "red may create model red-model" },
        { "OwnTag", "sagemaker:CreateModel\"", "sagemaker:CreateModelCard\"", "Action sagemaker:CreateModelCard, in OwnTag" },
        { "OwnTagChanged", "StringNotEquals", "StringEquals", "red may create model red-model" },
        { "OwnTagInAnotherCase", "\"team\"", "\"Team\"", "red may create model red-model" },
        { "OwnTagInAnotherCase", "sagemaker:*", "sagemaker:Delete*", "another tag" },
        { "OwnTagDeleted", "\"team\"", "\"Team2\"", "red may not sagemaker:DeleteTags" },
        { "OwnTagDeleted", "StringEqualsIgnoreCase", "StringEquals", "red may not sagemaker:DeleteTags" },
        { "OtherTag", "StringNotEquals", "StringEquals", "red may sagemaker:DeleteModel" },
        { "OtherTag", "aws:ResourceTag/team", "aws:ResourceTag/Team2", "red may not sagemaker:DeleteModel" },
        { "OtherTag", "sagemaker:*", "sagemaker:Create*", "red may not sagemaker:DeleteModel" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task AMistake_IsNoticed(string sid, string right, string wrong, string words)
    {
        var before = await Judge.ProveOnceAsync("no mistake in guards", () => ProveAsync(details => details));
        var proof = await ProveAsync(details => MistakenAccount.With(details, sid, right, wrong));
        proof.Failures.Except(before.Failures).Should().Contain(failure => failure.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutAMistake_EveryRowHolds() =>
        (await Judge.ProveOnceAsync("no mistake in guards", () => ProveAsync(details => details))).BrokenRows
            .Select(broken => broken.Row.Text).Should().BeEmpty();

    private static Task<ProofResult> ProveAsync(Func<string, string> alter) => MistakenAccount.ProveAsync(Contract, alter(Details()));

    private static string Details()
    {
        var settings = StackSettingsReader.Read("mistakes", JsonDocument.Parse(Settings).RootElement, PolicyJudge.Account);
        var (role, ci, web) = (settings.ExecutionRoles["training"], settings.Deployers["ci"], settings.Deployers["web"]);
        const string Training = "arn:aws:iam::123456789012:role/training";
        var trust = TrustPolicy.Document(role.TrustedServices, true, PolicyJudge.Account).ToJson();
        var ofRole = ExecutionRolePolicy.Statements("training", role, Training, [], PolicyJudge.Account);
        var held = DeployerPolicy.Statements(ci, [new PassedRole(Training, role.TrustedServices)], PolicyJudge.Account);
        var ofCi = held.Any(statement => statement.Sid == "VolumeKeys") ? held : [.. held, .. LaunchControls.Statements(ci, held)];
        ImmutableArray<Statement> Of(string deployer) => DeployerPolicy.Statements(
            settings.Deployers[deployer], [new PassedRole(Training, role.TrustedServices)], PolicyJudge.Account);
        // Beside what the stack gives it.
        var everybodyLabels = new Statement
        {
            Sid = "EverybodyLabels",
            Actions = ["sagemaker:CreateLabelingJob"],
            Resources = ["arn:aws:sagemaker:us-east-1:123456789012:labeling-job/lab-*"],
        };
        return $$"""
            {"UserDetailList":[{"UserName":"labeler","Arn":"arn:aws:iam::123456789012:user/labeler",
               "UserPolicyList":{{MistakenAccount.Policies("labeler-policy", [.. Of("labeler"), everybodyLabels])}}},
              {"UserName":"registrar","Arn":"arn:aws:iam::123456789012:user/registrar",
               "UserPolicyList":{{MistakenAccount.Policies("registrar-policy", Of("registrar"))}}},
              {"UserName":"red","Arn":"arn:aws:iam::123456789012:user/red",
               "Tags":[{"Key":"team","Value":"red"}],"UserPolicyList":{{MistakenAccount.Policies("red-policy", Of("red"))}}},
              {"UserName":"ci","Arn":"arn:aws:iam::123456789012:user/ci",
               "UserPolicyList":{{MistakenAccount.Policies("ci-policy", ofCi)}}}],
             "RoleDetailList":[
               {"RoleName":"training","Arn":"{{Training}}","AssumeRolePolicyDocument":{{trust}},
                "RolePolicyList":{{MistakenAccount.Policies("training-policy", ofRole)}}},
               {"RoleName":"web","Arn":"arn:aws:iam::123456789012:role/web",
                "AssumeRolePolicyDocument":{{WebIdentityTrust.Document(WebIdentity.Of(web.AssumedBy!), Provider).ToJson()}}},
               {"RoleName":"builder","Arn":"arn:aws:iam::123456789012:role/builder","AssumeRolePolicyDocument":
                {{PassRoleGrantTrust.Document(settings.PassRoleGrants["builder"], ExternalId).ToJson()}}}]}
            """;
    }
}
